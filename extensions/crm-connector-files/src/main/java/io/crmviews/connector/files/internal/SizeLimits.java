package io.crmviews.connector.files.internal;

/**
 * How large things may be.
 *
 * @param fieldBytes the most bytes of one field
 * @param recordBytes the most bytes of one record
 * @param rawBytes the most bytes that a reject keeps
 */
public record SizeLimits(long fieldBytes, int recordBytes, int rawBytes) {

    /** The most bytes of a field, unless configured: 1 MiB. */
    public static final long DEFAULT_FIELD_BYTES = 1L << 20;

    private static final int DEFAULT_RAW_BYTES = 1 << 16;
    private static final int FIELDS_A_RECORD = 16;
    private static final int LARGEST_RECORD = 1 << 28;

    /**
     * Limits that follow from that of a field: a record may have 16 times as many bytes, at most 256 MiB.
     *
     * @param fieldBytes the most bytes of one field, at least 1
     * @return the limits
     */
    public static SizeLimits ofField(long fieldBytes) {
        long bounded = Math.min(Math.max(1, fieldBytes), LARGEST_RECORD);
        int recordBytes = (int) Math.min(LARGEST_RECORD, bounded * FIELDS_A_RECORD);
        return new SizeLimits(bounded, Math.max(recordBytes, DEFAULT_RAW_BYTES), DEFAULT_RAW_BYTES);
    }
}
