package io.crmviews.examples.resolvecsv;

/** Something about the input is wrong: one sentence that names file and place, and never quotes a value. */
final class BadInputException extends Exception {

    private static final long serialVersionUID = 1L;

    BadInputException(String sentence) {
        super(sentence);
    }
}
