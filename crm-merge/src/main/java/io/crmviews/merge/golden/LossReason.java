package io.crmviews.merge.golden;

/** Why a value does not stand in a profile. */
public enum LossReason {
    /** It says the same as a value that is kept, which another statement states better. */
    SAME_VALUE("says the same as what is kept"),
    /** Its source calls it former, and there is one that is not. */
    FORMER("its source calls it former"),
    /** Its source calls it an alias. */
    ALIAS("its source calls it an alias"),
    /** Fewer records state it. */
    FEWER_RECORDS("fewer records state it"),
    /** A criterion of the rule prefers another; the loss names which. */
    CRITERION("the rule prefers another"),
    /** The same record states another that is as good, before it. */
    LATER_IN_RECORD("its record states another first"),
    /** Everything else being equal, values go by their own order. */
    ORDER_OF_VALUES("equally good, and later in the order of values"),
    /** Everything else being equal, records go by their keys. */
    ORDER_OF_RECORDS("equally good, and of a later record"),
    /** It is a placeholder, or malformed. */
    UNUSABLE("a placeholder or malformed");

    private final String sentence;

    LossReason(String sentence) {
        this.sentence = sentence;
    }

    /**
     * The reason in words.
     *
     * @return a part of a sentence
     */
    public String sentence() {
        return sentence;
    }
}
