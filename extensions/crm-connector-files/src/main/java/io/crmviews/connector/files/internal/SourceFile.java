package io.crmviews.connector.files.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * A file to read.
 *
 * @param path where it lies
 * @param name its name in messages and checkpoints
 * @param stream the stream it belongs to: the file name without suffix
 * @param json whether it holds JSON lines; else CSV
 */
public record SourceFile(Path path, String name, String stream, boolean json) {

    private static final Set<String> JSON_SUFFIXES = Set.of("jsonl", "ndjson");
    private static final Set<String> CSV_SUFFIXES = Set.of("csv", "tsv", "psv");

    /**
     * A file of a folder, known by its name.
     *
     * @param path where it lies
     * @return the file
     */
    public static SourceFile inFolder(Path path) {
        return of(path, fileName(path));
    }

    /**
     * A file that was listed, known by its path as given.
     *
     * @param path where it lies
     * @return the file
     */
    public static SourceFile listed(Path path) {
        return of(path, path.toString());
    }

    /**
     * Whether a file in a folder is one to read: a known suffix and no leading dot.
     *
     * @param path the file
     * @return true if it is
     */
    public static boolean isReadable(Path path) {
        String name = fileName(path);
        String suffix = suffix(name);
        return !name.startsWith(".") && (CSV_SUFFIXES.contains(suffix) || JSON_SUFFIXES.contains(suffix));
    }

    private static SourceFile of(Path path, String name) {
        String fileName = fileName(path);
        int dot = fileName.lastIndexOf('.');
        String stream = dot > 0 ? fileName.substring(0, dot) : fileName;
        return new SourceFile(path, name, stream, JSON_SUFFIXES.contains(suffix(fileName)));
    }

    private static String fileName(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
