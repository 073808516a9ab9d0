package io.crmviews.merge.mapping;

/** In which order day and month of a date stand, where its text leaves a choice. */
enum DateOrder {
    /** 31/12/1979. */
    DAY_FIRST("day-first"),
    /** 12/31/1979. */
    MONTH_FIRST("month-first"),
    /** 79/12/31: also for two-digit years. */
    YEAR_FIRST("year-first");

    private final String word;

    DateOrder(String word) {
        this.word = word;
    }

    /** The word in a mapping document. */
    String word() {
        return word;
    }
}
