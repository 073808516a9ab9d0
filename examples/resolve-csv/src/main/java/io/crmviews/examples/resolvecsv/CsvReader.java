package io.crmviews.examples.resolvecsv;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV (RFC 4180) in UTF-8, strictly: whatever is not clean is an error that names file, line and column, since a
 * program that guesses would mix records up. The delimiter (comma, semicolon, tab) is taken from the header.
 */
final class CsvReader implements Closeable {

    /** The longest field, in characters: far beyond any name or address, and far from exhausting memory. */
    static final int MAX_FIELD = 1_000_000;

    private static final int END = -1;
    private static final String DELIMITERS = ",;\t";

    private final Path file;
    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder field = new StringBuilder();
    private int position;
    private int length;
    private long line = 1;
    private long column;
    private long rowLine = 1;
    private char delimiter = ',';
    private final List<String> header;

    CsvReader(Path file) throws BadInputException {
        this.file = file;
        this.reader = open(file);
        try {
            this.header = readHeader();
        } catch (BadInputException e) {
            close();
            throw e;
        }
    }

    private static Reader open(Path file) throws BadInputException {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + " is a folder, not a CSV file.");
        }
        try {
            return new InputStreamReader(
                    new BufferedInputStream(Files.newInputStream(file), 1 << 16),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + " does not exist.");
        } catch (AccessDeniedException e) {
            throw new BadInputException(file + " cannot be read: permission denied.");
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private List<String> readHeader() throws BadInputException {
        if (peek() == '\uFEFF') {
            next();
            column = 0;
        }
        if (peek() == END) {
            throw new BadInputException(file + " is empty: a header line is expected.");
        }
        delimiter = delimiterOf(new String(buffer, position, length - position));
        List<String> names = new ArrayList<>();
        readRow(names);
        names.replaceAll(String::strip);
        if (names.stream().allMatch(String::isEmpty)) {
            throw new BadInputException(file + ", line 1: a header with the names of the columns is expected.");
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i))) {
                throw new BadInputException(
                        file + ", line 1: column " + (i + 1) + " has the name of an earlier column.");
            }
        }
        return List.copyOf(names);
    }

    private static char delimiterOf(String text) {
        int end = 0;
        boolean quoted = false;
        int[] counts = new int[DELIMITERS.length()];
        while (end < text.length() && (quoted || text.charAt(end) != '\n')) {
            char c = text.charAt(end++);
            quoted ^= c == '"';
            int known = quoted ? -1 : DELIMITERS.indexOf(c);
            if (known >= 0) {
                counts[known]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    /** The names of the columns. */
    List<String> header() {
        return header;
    }

    /** The line on which the last row began, from 1. */
    long line() {
        return rowLine;
    }

    /**
     * Reads the next row.
     *
     * @param row is emptied and filled
     * @return false at the end of the file
     */
    boolean next(List<String> row) throws BadInputException {
        while (peek() == '\n' || peek() == '\r') {
            next();
        }
        if (peek() == END) {
            return false;
        }
        row.clear();
        readRow(row);
        if (row.size() != header.size()) {
            throw new BadInputException(file + ", line " + rowLine + ": the row has " + row.size()
                    + " fields, but the header has " + header.size() + ".");
        }
        return true;
    }

    private void readRow(List<String> row) throws BadInputException {
        rowLine = line;
        while (true) {
            row.add(peek() == '"' ? quoted() : plain());
            int c = next();
            if (c == delimiter) {
                continue;
            }
            if (c == '\r' && peek() == '\n') {
                next();
            }
            return;
        }
    }

    private String plain() throws BadInputException {
        field.setLength(0);
        int c = peek();
        while (c != delimiter && c != '\n' && c != '\r' && c != END) {
            if (c == '"') {
                throw broken("a quote stands inside a field that does not begin with one");
            }
            append();
            c = peek();
        }
        return field.toString();
    }

    private String quoted() throws BadInputException {
        long openLine = line;
        long openColumn = column + 1;
        next();
        field.setLength(0);
        while (true) {
            int c = peek();
            if (c == END) {
                throw new BadInputException(file + ", line " + openLine + ", column " + openColumn
                        + ": the quote that opens here is never closed.");
            }
            if (c != '"') {
                append();
                continue;
            }
            next();
            if (peek() != '"') {
                break;
            }
            append();
        }
        int c = peek();
        if (c != delimiter && c != '\n' && c != '\r' && c != END) {
            throw broken("text follows a closing quote");
        }
        return field.toString();
    }

    private void append() throws BadInputException {
        int c = next();
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
            throw broken("a control character stands in the text, so this is no CSV file");
        }
        if (field.length() >= MAX_FIELD) {
            throw broken("a field is longer than " + MAX_FIELD + " characters");
        }
        field.append((char) c);
    }

    private BadInputException broken(String what) {
        return new BadInputException(file + ", line " + line + ", column " + Math.max(1, column) + ": " + what + ".");
    }

    private int peek() throws BadInputException {
        return position < length || fill() ? buffer[position] : END;
    }

    private int next() throws BadInputException {
        int c = peek();
        if (c == END) {
            return END;
        }
        position++;
        if (c == '\n') {
            line++;
            column = 0;
        } else {
            column++;
        }
        return c;
    }

    private boolean fill() throws BadInputException {
        try {
            position = 0;
            length = Math.max(0, reader.read(buffer));
            return length > 0;
        } catch (CharacterCodingException e) {
            length = 0;
            throw new BadInputException(badBytes());
        } catch (IOException e) {
            length = 0;
            throw new BadInputException(file + " cannot be read beyond line " + line + ": " + e.getMessage() + ".");
        }
    }

    /** The decoder fails far ahead of the parser, so the place is looked for again, byte by byte. */
    private String badBytes() {
        return Utf8Check.firstError(file)
                .map(place -> file + ", " + place + ": the bytes here are not UTF-8.")
                .orElse(file + " is not in UTF-8.");
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            // A file that was only read has nothing to lose.
        }
    }
}
