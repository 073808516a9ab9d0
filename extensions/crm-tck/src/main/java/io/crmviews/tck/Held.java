package io.crmviews.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** The threads that live, and the files and sockets that are open where the system tells (Linux). */
record Held(int threads, int descriptors) {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int SLACK = 15;
    private static final int TRIES = 40;

    static Held now() throws IOException {
        return new Held(Thread.getAllStackTraces().size(), openDescriptors());
    }

    private static int openDescriptors() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return (int) open.count();
        }
    }

    /** Ends of threads and of connections take a moment. */
    void proveNotMoreThan(Held before) throws IOException, InterruptedException {
        Held now = this;
        for (int i = 0; i < TRIES && now.exceeds(before); i++) {
            Thread.sleep(50);
            now = now();
        }
        Held last = now;
        Assertions.assertTrue(
                last.threads <= before.threads + SLACK,
                () -> "From " + before.threads + " threads there came " + last.threads + ".");
        Assertions.assertTrue(
                last.descriptors <= before.descriptors + SLACK,
                () -> "From " + before.descriptors + " open files and sockets there came " + last.descriptors + ".");
    }

    private boolean exceeds(Held before) {
        return threads > before.threads + SLACK || descriptors > before.descriptors + SLACK;
    }
}
