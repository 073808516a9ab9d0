package io.crmviews.merge.normalise;

import io.crmviews.merge.internal.Hashing;

/**
 * One folded word of a name with what comparison needs of it. Equality is by text and role.
 *
 * @param text the folded word, not empty
 * @param role what its source calls it
 * @param hash the hash of its text
 * @param sound the hash of its {@link SoundCode}
 * @param sounds how many sounds that code has
 * @param spoken a spelling that ways of transliterating the same name share
 * @param groups the nickname groups it belongs to, sorted; shared, never written
 */
@SuppressWarnings("ArrayRecordComponent") // Shared by every word of the group and never handed out for writing.
public record Word(String text, Role role, long hash, long sound, int sounds, String spoken, long[] groups) {

    /** What a source calls a word of a name. A hint, since sources swap them. */
    public enum Role {
        /** A given name. */
        GIVEN,
        /** A middle name, initial or patronymic. */
        MIDDLE,
        /** A surname. */
        FAMILY,
        /** The first word of a name in one line: a given name, most likely. */
        FIRST,
        /** The last word of a name in one line: a surname, most likely. */
        LAST,
        /** Another word of a name in one line. */
        ANY,
        /** A word of an organisation's name. */
        ORGANIZATION,
        /** A legal form or another word that says only what kind of body it is. */
        LEGAL_FORM,
        /** A generation: junior, senior, the third. */
        SUFFIX,
        /** An article or preposition inside a name: al, bin, de, van. */
        PARTICLE,
        /** A word that many organisations' names hold, such as bank or school. */
        COMMON,
        /** A word that follows an organisation's legal form: a place, an address, a branch. */
        QUALIFIER;

        /**
         * Whether it is or is likely to be a given or middle name.
         *
         * @return true for GIVEN, MIDDLE and FIRST
         */
        public boolean isGiven() {
            return this == GIVEN || this == MIDDLE || this == FIRST;
        }

        /**
         * Whether it is or is likely to be a surname.
         *
         * @return true for FAMILY and LAST
         */
        public boolean isFamily() {
            return this == FAMILY || this == LAST;
        }

        /**
         * Whether it is a word that names a person.
         *
         * @return false for organisations' words, legal forms, generations and particles
         */
        public boolean isPersonal() {
            return ordinal() <= ANY.ordinal();
        }

        /**
         * Whether it is a word of an organisation's name that tells it from others.
         *
         * @return true for ORGANIZATION, COMMON and QUALIFIER
         */
        public boolean isOrganization() {
            return this == ORGANIZATION || this == COMMON || this == QUALIFIER;
        }

        /**
         * Whether it was only guessed from the place in the line.
         *
         * @return true for FIRST and LAST
         */
        public boolean isGuess() {
            return this == FIRST || this == LAST;
        }
    }

    /**
     * A word with its derived hashes.
     *
     * @param text the folded word, not empty
     * @param role what its source calls it
     * @return the word
     */
    public static Word of(String text, Role role) {
        String sound = SoundCode.of(text);
        return new Word(
                text,
                role,
                Hashing.of(text),
                Hashing.of(sound),
                sound.length(),
                Spoken.of(text),
                role.isPersonal() ? WordLists.nicknameGroups(text) : new long[0]);
    }

    /**
     * Whether it is a single letter.
     *
     * @return true for an initial
     */
    public boolean isInitial() {
        return text.length() == 1 && Character.isLetter(text.charAt(0));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Word word && hash == word.hash && role == word.role && text.equals(word.text);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash) + role.ordinal();
    }

    @Override
    public String toString() {
        return "Word[" + role + "]";
    }
}
