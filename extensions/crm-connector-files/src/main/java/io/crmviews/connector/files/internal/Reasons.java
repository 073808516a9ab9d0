package io.crmviews.connector.files.internal;

/** The sentences with which records are refused. None quotes a value. */
final class Reasons {

    static final String NOT_UTF8 = "The record is not valid UTF-8.";

    private Reasons() {}

    static String of(RawRecord.Fault fault, SizeLimits limits) {
        return switch (fault) {
            case NONE -> "";
            case BROKEN_QUOTE -> "The quoting is broken: a closing quote is followed by more text.";
            case UNCLOSED_QUOTE -> "The quoting is broken: a quote is opened and never closed.";
            case TOO_LARGE ->
                "A field has more than the allowed " + limits.fieldBytes() + " bytes, or the record more than "
                        + limits.recordBytes() + ".";
        };
    }

    static String emptyKey(String field) {
        return "The key field " + field + " is empty.";
    }

    static String notATime(String field) {
        return "The time field " + field + " is not a time in ISO 8601.";
    }
}
