package io.crmviews.tck.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what a case left. */
public final class Folders {

    private Folders() {}

    /**
     * Deletes a folder with all that is in it. What cannot be deleted stays.
     *
     * @param folder the folder
     * @throws IOException if it cannot be listed
     */
    public static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            path.toFile().delete();
        }
    }
}
