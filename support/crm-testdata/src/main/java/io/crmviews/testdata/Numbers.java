package io.crmviews.testdata;

import java.util.Locale;

/**
 * Phone numbers, cards, documents and keys. Each is a permutation of the number it is made from (multiplication modulo
 * a prime), so that no two customers share one by chance and none tells whose it is. Dial none of them.
 */
final class Numbers {

    private static final long MOBILE_PRIME = 499_999_993L;
    private static final long LANDLINE_PRIME = 76_999_999L;
    private static final long DOCUMENT_PRIME = 999_999_937L;
    private static final long KEY_PRIME = 2_176_782_317L;
    private static final long SIX_DIGITS_OF_36 = 2_176_782_336L;
    private static final long MAILBOX_PRIME = 999_983L;
    private static final String[] GB_MOBILE = {"74", "75", "77", "78", "79"};
    private static final String[] DE_MOBILE = {"151", "152", "157", "159", "176"};
    private static final String[] GB_AREAS = {
        "113", "114", "115", "116", "117", "118", "121", "131", "141", "151", "161"
    };

    private Numbers() {}

    private static long permuted(long value, long factor, long prime) {
        return (value * factor + factor / 3) % prime;
    }

    /** A mobile number in E.164; each customer may have up to eight. */
    static String mobile(String country, int customer, int slot) {
        long number = permuted(customer * 8L + slot, 7_654_321L, MOBILE_PRIME);
        int range = (int) (number / 100_000_000L);
        String prefix = country.equals("DE") ? "+49" + DE_MOBILE[range] : "+44" + GB_MOBILE[range];
        return prefix + String.format(Locale.ROOT, "%08d", number % 100_000_000L);
    }

    /** A household's landline in E.164. */
    static String landline(String country, int household) {
        long number = permuted(household, 1_234_577L, LANDLINE_PRIME);
        if (country.equals("DE")) {
            return "+4930" + (20_000_000L + number % 70_000_000L);
        }
        return "+44" + GB_AREAS[(int) (number / 7_000_000L)] + (2_000_000L + number % 7_000_000L);
    }

    /** A loyalty card number with its check digit (Luhn, ISO/IEC 7812-1). */
    static String card(int customer, int slot) {
        long body = 63_000_000_0000L + permuted(customer * 2L + slot, 424_243L, DOCUMENT_PRIME) * 10;
        return body / 10 + Long.toString(luhn(body / 10));
    }

    private static long luhn(long body) {
        long sum = 0;
        boolean twice = true;
        for (long rest = body; rest > 0; rest /= 10) {
            long digit = rest % 10 * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return (10 - sum % 10) % 10;
    }

    /** The number of an identity card, or of the company register. */
    static String document(int customer) {
        long number = permuted(customer, 86_028_121L, DOCUMENT_PRIME);
        return "" + (char) ('A' + number % 23) + (char) ('A' + number / 23 % 23)
                + String.format(Locale.ROOT, "%09d", number);
    }

    /** Digits that keep mailboxes apart. */
    static String mailbox(int customer, int slot) {
        long number = permuted(customer, slot == 0 ? 104_729L : 611_953L, MAILBOX_PRIME);
        long lap = customer / MAILBOX_PRIME;
        return lap == 0 ? Long.toString(number) : String.format(Locale.ROOT, "%06d%d", number, lap);
    }

    static String device(int household) {
        return String.format(Locale.ROOT, "%016x", Dice.mix(household + 77L));
    }

    /** An opaque key: a letter for its kind and six characters. */
    static String key(char letter, long value) {
        String text = Long.toString(permuted(value, 1_580_030_173L, KEY_PRIME) + SIX_DIGITS_OF_36, 36);
        return letter + text.substring(1).toUpperCase(Locale.ROOT);
    }
}
