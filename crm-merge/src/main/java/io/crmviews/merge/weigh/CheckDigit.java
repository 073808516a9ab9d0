package io.crmviews.merge.weigh;

import java.util.Arrays;
import java.util.Locale;

/** By what an identifier of a type proves that it was not mistyped or invented. */
public enum CheckDigit {
    /** By nothing: only a verification proves it. */
    NONE {
        @Override
        public boolean holds(String value) {
            return false;
        }
    },
    /** The Luhn formula over all digits (ISO/IEC 7812-1): cards, some national numbers. */
    LUHN {
        @Override
        public boolean holds(String value) {
            int sum = 0;
            for (int i = 0; i < value.length(); i++) {
                int digit = value.charAt(value.length() - 1 - i) - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                int weighed = i % 2 == 0 ? digit : 2 * digit;
                sum += weighed > 9 ? weighed - 9 : weighed;
            }
            return value.length() >= LEAST && sum % 10 == 0;
        }
    },
    /** MOD 97-10 (ISO/IEC 7064): letters count from 10 on, and the number leaves the rest 1. */
    MOD_97_10 {
        @Override
        public boolean holds(String value) {
            int rest = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c >= '0' && c <= '9') {
                    rest = (10 * rest + c - '0') % 97;
                } else if (c >= 'a' && c <= 'z') {
                    rest = (100 * rest + c - 'a' + 10) % 97;
                } else {
                    return false;
                }
            }
            return value.length() >= LEAST && rest == 1;
        }
    };

    /** Of a shorter value a check digit proves too little. */
    private static final int LEAST = 6;

    /**
     * Whether a value carries a check digit that holds.
     *
     * @param value letters and digits, lower case
     * @return true if its form alone proves it
     */
    public abstract boolean holds(String value);

    /**
     * The name in the model document.
     *
     * @return lower case with dots
     */
    public String documentName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /**
     * The scheme of a name.
     *
     * @param name a name as in the model document
     * @return the scheme
     * @throws IllegalArgumentException if there is none of that name
     */
    public static CheckDigit ofDocumentName(String name) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.documentName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No check digit scheme has this name."));
    }
}
