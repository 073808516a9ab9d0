package io.crmviews.tck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A channel in a folder, so that another process sees the same: numbered notes in {@code in}, messages in {@code out},
 * what fails in {@code fault}, a byte for each request in {@code calls}.
 */
record ToyChannel(Path root) {

    /** A note: its number, and its lines as operation, key, time; the rest is its text. */
    record Note(int number, String content) {
        private String line(int index) {
            String[] lines = content.split("\n", 4);
            return lines.length > index ? lines[index] : "";
        }

        boolean isSound() {
            return !key().isEmpty();
        }

        boolean isDelete() {
            return line(0).equals("delete");
        }

        String key() {
            return line(1);
        }

        Instant time() {
            return Instant.parse(line(2));
        }

        String text() {
            return line(3);
        }
    }

    Path in() {
        return root.resolve("in");
    }

    Path out() {
        return root.resolve("out");
    }

    void create() throws IOException {
        Files.createDirectories(in());
        Files.createDirectories(out());
    }

    void write(String op, String key, Instant time, String text) throws IOException {
        int number = notes().stream().mapToInt(Note::number).max().orElse(0) + 1;
        Files.write(
                in().resolve("%08d".formatted(number)),
                (op + "\n" + key + "\n" + time + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    List<Note> notes() throws IOException {
        List<Note> notes = new ArrayList<>();
        try (Stream<Path> files = Files.list(in())) {
            for (Path file : files.sorted().toList()) {
                notes.add(new Note(
                        Integer.parseInt(file.getFileName().toString()),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
        }
        return notes;
    }

    void countCall() throws IOException {
        Path calls = root.resolve("calls");
        Files.writeString(calls, "x", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
    }

    long calls() throws IOException {
        Path calls = root.resolve("calls");
        return Files.exists(calls) ? Files.size(calls) : 0;
    }

    Optional<Fault> fault() throws IOException {
        Path fault = root.resolve("fault");
        return Files.exists(fault) ? Optional.of(Fault.valueOf(Files.readString(fault))) : Optional.empty();
    }

    void fault(Optional<Fault> fault) throws IOException {
        if (fault.isPresent()) {
            Files.writeString(root.resolve("fault"), fault.get().name());
        } else {
            Files.deleteIfExists(root.resolve("fault"));
        }
    }

    String state() throws IOException {
        StringBuilder state = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted().toList()) {
                if (Files.isRegularFile(file) && !file.endsWith("calls")) {
                    state.append(root.relativize(file))
                            .append('=')
                            .append(Files.size(file))
                            .append('\n');
                }
            }
        }
        return state.toString();
    }
}
