package io.crmviews.connector.files.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** The first bytes of a file: what it is, before anything is parsed. */
final class FileHead {

    private static final int SIZE = 1 << 16;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final byte[] bytes;

    private FileHead(byte[] bytes) {
        this.bytes = bytes;
    }

    static FileHead of(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(SIZE);
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer, buffer.position());
        }
        return new FileHead(Arrays.copyOf(buffer.array(), buffer.position()));
    }

    /** Refuses what cannot be text in UTF-8. */
    void requireText() throws UnreadableFileException {
        if (bytes.length == 0) {
            throw new UnreadableFileException("The file is empty.");
        }
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            throw new UnreadableFileException("The file is in UTF-16; UTF-8 is needed.");
        }
        if (startsWith(0x1F, 0x8B) || startsWith('P', 'K', 3, 4)) {
            throw new UnreadableFileException("The file is compressed; plain text is needed.");
        }
    }

    /** Refuses what is evidently another kind of text. */
    void requireCsv() throws UnreadableFileException {
        int first = firstVisible();
        if (first < 0) {
            throw new UnreadableFileException("The file holds nothing but blank lines.");
        }
        if (first == '{' || first == '[') {
            throw new UnreadableFileException("The file is not CSV: it looks like JSON, whose suffix is jsonl.");
        }
        if (first == '<') {
            throw new UnreadableFileException("The file is not CSV: it looks like XML or HTML.");
        }
    }

    /** The bytes of a byte order mark. */
    int markLength() {
        return startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    /** The delimiter that occurs most often outside quotes in the first line; a comma if none does. */
    char delimiter() {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = firstIndex(); i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            }
            for (int d = 0; !quoted && d < DELIMITERS.length; d++) {
                counts[d] += bytes[i] == DELIMITERS[d] ? 1 : 0;
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            best = counts[d] > counts[best] ? d : best;
        }
        return DELIMITERS[best];
    }

    private int firstVisible() {
        int i = firstIndex();
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i < bytes.length ? bytes[i] & 0xff : -1;
    }

    private int firstIndex() {
        int i = markLength();
        while (i < bytes.length && (bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        return i;
    }

    private boolean startsWith(int... values) {
        if (bytes.length < values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((bytes[i] & 0xff) != values[i]) {
                return false;
            }
        }
        return true;
    }
}
