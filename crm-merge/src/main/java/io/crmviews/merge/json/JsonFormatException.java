package io.crmviews.merge.json;

/** A text is not what it should be. The message names the place and what is expected there, and never a value. */
public final class JsonFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    JsonFormatException(String sentence) {
        super(sentence);
    }
}
