package io.crmviews.testdata;

import java.util.Locale;

/** Writes one JSON object in one line (RFC 8259). Empty values are left out, as the systems do that write such files. */
final class Json {

    private final StringBuilder text = new StringBuilder("{");
    private int before;

    Json put(String name, String value) {
        if (!value.isEmpty()) {
            name(name).append('"');
            escape(value);
            text.append('"');
        }
        return this;
    }

    /** A number or true or false, written as it is. */
    Json bare(String name, String value) {
        if (!value.isEmpty()) {
            name(name).append(value);
        }
        return this;
    }

    Json begin(String name) {
        before = text.length();
        name(name).append('{');
        return this;
    }

    /** Ends the inner object, of which there is one level; one that stayed empty is left out. */
    Json end() {
        if (text.charAt(text.length() - 1) == '{') {
            text.setLength(before);
        } else {
            text.append('}');
        }
        return this;
    }

    private StringBuilder name(String name) {
        if (text.charAt(text.length() - 1) != '{') {
            text.append(',');
        }
        return text.append('"').append(name).append("\":");
    }

    private void escape(String value) {
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                text.append(letter);
            }
        }
    }

    String line() {
        return text + "}";
    }
}
