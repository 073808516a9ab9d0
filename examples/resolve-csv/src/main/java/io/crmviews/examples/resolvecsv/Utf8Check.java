package io.crmviews.examples.resolvecsv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the first place in a file that is not well-formed UTF-8 (Unicode, table 3-7), to tell it to a person. */
final class Utf8Check {

    private Utf8Check() {}

    /** Line and column of the first error, such as {@code line 3, column 17}. */
    static Optional<String> firstError(Path file) {
        long line = 1;
        long column = 1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (!sequence(b, in)) {
                    return Optional.of("line " + line + ", column " + column);
                }
                line += b == '\n' ? 1 : 0;
                column = b == '\n' ? 1 : column + 1;
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean sequence(int first, InputStream in) throws IOException {
        if (first < 0x80) {
            return true;
        }
        if (first < 0xC2 || first > 0xF4) {
            return false;
        }
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        int second = in.read();
        if (second < low || second > high) {
            return false;
        }
        int more = first >= 0xF0 ? 2 : first >= 0xE0 ? 1 : 0;
        for (int i = 0; i < more; i++) {
            int next = in.read();
            if (next < 0x80 || next > 0xBF) {
                return false;
            }
        }
        return true;
    }
}
