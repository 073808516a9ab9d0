package io.crmviews.model.profile;

/**
 * The id of a customer, which is the id of its oldest record. Every record gets a number when it is first accepted, and
 * numbers are never reused; so a smaller id is an older one. Its text form is {@code C} and the number.
 *
 * @param number the number of the customer's oldest record, 1 or more
 */
public record CustomerId(long number) implements Comparable<CustomerId> {

    private static final String LETTER = "C";

    /** Checks the number. */
    public CustomerId {
        if (number < 1) {
            throw new IllegalArgumentException("A customer's number is 1 or more.");
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text {@code C} and a number of at most 18 digits
     * @return the id
     * @throws IllegalArgumentException if the text has another form
     */
    public static CustomerId parse(String text) {
        if (!text.matches(LETTER + "[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException("A customer id is written as C and a number.");
        }
        return new CustomerId(Long.parseLong(text.substring(LETTER.length())));
    }

    @Override
    public int compareTo(CustomerId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return LETTER + number;
    }
}
