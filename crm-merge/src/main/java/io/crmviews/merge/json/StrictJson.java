package io.crmviews.merge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON stream that is read with nothing missing and nothing unknown. Errors name the place and quote no value. */
final class StrictJson {

    private final JsonParser parser;

    StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads what stands under a name; the parser stands before it. */
    interface Member {
        void read(String name) throws IOException;
    }

    /** Reads one element; the parser stands on it. */
    interface Element {
        void read() throws IOException;
    }

    static <E> List<String> names(E[] constants, Function<E, String> name) {
        return Arrays.stream(constants).map(name).toList();
    }

    static <E> E constant(E[] constants, Function<E, String> name, String wanted) {
        return Arrays.stream(constants)
                .filter(constant -> name.apply(constant).equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    void begin() throws IOException {
        if (next() == null) {
            throw new JsonFormatException("The model document is empty.");
        }
    }

    void end() throws IOException {
        if (next() != null) {
            throw wrong("something follows the end of the document");
        }
    }

    void object(Collection<String> expected, Member member) throws IOException {
        object(expected, expected, member);
    }

    void object(Collection<String> known, Collection<String> required, Member member) throws IOException {
        Set<String> allowed = new HashSet<>(known);
        Set<String> missing = new HashSet<>(required);
        members(name -> {
            if (!allowed.contains(name)) {
                throw wrong("this member is not known");
            }
            missing.remove(name);
            member.read(name);
        });
        for (String name : required) {
            if (missing.contains(name)) {
                throw wrong("the member " + name + " is missing");
            }
        }
    }

    /** An object with names of any kind; the parser stands on its start and afterwards on its end. */
    void members(Member member) throws IOException {
        expect(JsonToken.START_OBJECT, "an object is expected");
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            next();
            member.read(name);
        }
    }

    void array(Element element) throws IOException {
        expect(JsonToken.START_ARRAY, "a list is expected");
        while (next() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text is expected");
        return placed(parser::getText);
    }

    long number(long least, long most) throws IOException {
        String range = "a whole number from " + least + " to " + most + " is expected";
        expect(JsonToken.VALUE_NUMBER_INT, range);
        boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!fits || parser.getLongValue() < least || parser.getLongValue() > most) {
            throw wrong(range);
        }
        return parser.getLongValue();
    }

    double decimal(int most) throws IOException {
        boolean number = parser.currentToken().isNumeric();
        double value = number ? placed(parser::getDoubleValue) : Double.NaN;
        if (!(Math.abs(value) <= most)) {
            throw wrong("a finite number from -" + most + " to " + most + " is expected");
        }
        return value;
    }

    JsonFormatException wrong(String what) {
        String place = parser.getParsingContext().pathAsPointer().toString();
        return new JsonFormatException(
                (place.isEmpty() ? "In the model document: " : "At " + place + ": ") + what + ".");
    }

    private void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw wrong(what);
        }
    }

    private @Nullable JsonToken next() throws IOException {
        return placed(parser::nextToken);
    }

    private interface Question<T extends @Nullable Object> {
        T ask() throws IOException;
    }

    /** The parser's own messages may quote the text, so only the place is told. */
    @SuppressWarnings("PreserveStackTrace") // The cause would carry the text into logs.
    private <T extends @Nullable Object> T placed(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (StreamReadException malformed) {
            // Between members the parser throws the general exception.
            boolean cut = malformed instanceof JsonEOFException
                    || malformed.getOriginalMessage().startsWith("Unexpected end-of-input");
            throw cut
                    ? wrong("the document ends here, before it is complete")
                    : wrong("the text is not JSON, or a name occurs twice, at line "
                            + parser.currentLocation().getLineNr());
        }
    }
}
