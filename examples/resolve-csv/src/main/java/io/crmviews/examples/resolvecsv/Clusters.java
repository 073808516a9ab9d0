package io.crmviews.examples.resolvecsv;

import io.crmviews.model.source.RecordKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Writes result files: under another name first, so that a file of the wanted name is always whole. */
final class Clusters {

    private Clusters() {}

    /** Refuses a file that could not be written at the end, before the work begins. */
    static void checkWritable(Path file) throws BadInputException {
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("The folder " + folder + " for " + file + " does not exist.");
        }
        if (!Files.isWritable(folder)) {
            throw new BadInputException("The folder " + folder + " for " + file + " cannot be written to.");
        }
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + " is a folder, not a file to write.");
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** Writes one line a record. */
    static void write(Path file, Map<RecordKey, String> clusters) throws IOException, BadInputException {
        whole(file, writer -> {
            writer.write("record_id,cluster_id\n");
            for (Map.Entry<RecordKey, String> entry : clusters.entrySet()) {
                writer.write(quoted(entry.getKey().key()));
                writer.write(',');
                writer.write(quoted(entry.getValue()));
                writer.write('\n');
            }
        });
    }

    /** Writes a text. */
    static void write(Path file, String text) throws IOException, BadInputException {
        whole(file, writer -> writer.write(text));
    }

    /** What a file shall hold. */
    interface Content {
        void writeTo(BufferedWriter writer) throws IOException, BadInputException;
    }

    /** Writes what somebody else says. */
    static void whole(Path file, Content content) throws IOException, BadInputException {
        Path draft = Files.createTempFile(folder(file), file.getFileName().toString(), ".part");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                content.writeTo(writer);
            }
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
