package io.crmviews.merge.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes elements that are always closed and text that is always escaped, as XHTML that browsers read as HTML. Whatever a
 * text holds, it stays text: what could begin an element, an attribute or a reference is written as a reference, and
 * characters that no document may hold, or that turn the direction of what follows, are replaced.
 */
final class Markup {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Writes what was written by hand, such as a style sheet; never anything that came from outside. */
    Markup trusted(String markup) {
        out.append(markup);
        return this;
    }

    /** Begins an element; attributes are names and values by turns. */
    Markup open(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** An element without content. */
    Markup empty(String element, String... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element with text alone. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** Begins a drawing that says what it shows. */
    Markup drawing(String id, int width, int height, String title, String description) {
        String box = "0 0 " + width + " " + height;
        String names = id + "-title " + id + "-desc";
        open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", box, "role", "img", "aria-labelledby", names);
        element("title", title, "id", id + "-title");
        return element("desc", description, "id", id + "-desc").line();
    }

    /** A text of a drawing. */
    Markup label(String text, String kind, double x, double y) {
        return element("text", text, "class", kind, "x", number(x), "y", number(y));
    }

    /** A line of a drawing. */
    Markup stroke(String kind, double x1, double y1, double x2, double y2) {
        return empty("line", "class", kind, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    private void tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (isPlain(point)) {
                        out.appendCodePoint(point);
                    } else {
                        out.append(REPLACEMENT);
                    }
                }
            }
        });
    }

    /** XML 1.0, 2.2, without controls and without the marks that turn direction (Unicode Bidirectional Algorithm). */
    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n';
            case Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !isTurning(point);
            default -> point < 0xFFFE || point > 0xFFFF;
        };
    }

    private static boolean isTurning(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C;
    }

    /** A number as attributes of graphics hold it. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** At most so many characters, the rest as an ellipsis. */
    static String clipped(String text, int most) {
        int[] points = text.codePoints().toArray();
        return points.length <= most ? text : new String(points, 0, most - 1) + "\u2026";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
