package io.crmviews.merge.weigh;

import java.util.Locale;

/** Where a model has the value of a parameter from. */
public enum Origin {
    /** It ships with the library. */
    SHIPPED,
    /** It was set by hand. */
    SET,
    /** It was estimated on an embedder's records. */
    ESTIMATED,
    /** Few records said something about it: the estimate lies close to the shipped value. */
    SMOOTHED,
    /** Training was run and could not tell: the shipped value was kept. */
    NOT_ESTIMATED;

    /**
     * The word in the model document.
     *
     * @return lower case with blanks
     */
    public String documentName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
