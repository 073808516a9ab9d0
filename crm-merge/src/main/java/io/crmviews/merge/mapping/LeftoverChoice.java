package io.crmviews.merge.mapping;

/** What becomes of fields that no entry reads. */
enum LeftoverChoice {
    /** They are kept as characteristics. */
    KEEP,
    /** They are dropped. */
    DROP;

    /** What the member {@code leftovers} says; they are kept unless it says otherwise. */
    static boolean keeps(Node node) {
        return node.choice("leftovers", LeftoverChoice.class, KEEP) == KEEP;
    }
}
