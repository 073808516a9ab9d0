package io.crmviews.merge.mapping;

/** The parts of a person's name, each possibly empty. */
record NameParts(String given, String middle, String family, String prefix, String suffix) {

    static final NameParts NONE = new NameParts("", "", "", "", "");

    /** Whether it holds more than titles. */
    boolean saysWho() {
        return !(given.isEmpty() && middle.isEmpty() && family.isEmpty());
    }
}
