package io.crmviews.connector.files;

import io.crmviews.connector.files.internal.FilesOptions;
import io.crmviews.connector.files.internal.FilesSource;
import io.crmviews.connector.files.internal.StreamDiscovery;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.StreamInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The connector {@code files}: a folder, or a list, of CSV files with a header (comma, semicolon, tab or pipe, detected;
 * UTF-8 with or without byte order mark) and of JSON lines. A stream is a file's name without suffix. Records come in
 * the order of file names and lines; a file that grew is read on, a file that was replaced is read again, both when the
 * source is read after an end of data. Whoever replaces a file writes another and renames it.
 *
 * <p>What is no record is rejected with file, line, reason and at most 64 KiB of its bytes, and the rest is read: broken
 * quoting, another number of columns, invalid UTF-8 or JSON, a missing key, a field over {@code maxFieldBytes}. A whole
 * file is rejected at its first line if it is empty, not text, or its header has no key or names a column twice.
 *
 * <p>Deletes are not seen. Stateless and thread-safe.
 */
public final class FilesConnector implements ChannelConnector {

    private static final ConnectorInfo INFO = ConnectorInfo.builder("files", "0.1.0")
            .title("CSV and JSON-lines files")
            .capabilities(Capability.SOURCE, Capability.DISCOVER, Capability.HEARD_UP_TO, Capability.END_OF_DATA)
            .fields(
                    FilesOptions.FOLDER,
                    FilesOptions.FILES,
                    FilesOptions.KEY,
                    FilesOptions.TIME,
                    FilesOptions.EVENTS,
                    FilesOptions.DELIMITER,
                    FilesOptions.MAX_FIELD_BYTES,
                    FilesOptions.HEARD)
            .build();

    /** Makes the connector; for {@link java.util.ServiceLoader}. */
    public FilesConnector() {}

    @Override
    public ConnectorInfo info() {
        return INFO;
    }

    @Override
    public List<Problem> check(Config config, Context context) {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (problems.isEmpty()) {
            FilesOptions options = FilesOptions.of(config);
            if (options.folder().isEmpty() == options.files().isEmpty()) {
                problems.add(Problem.general("Either a folder or a list of files is needed."));
            } else if (options.files().isEmpty()) {
                checkFolder(options.folder(), problems);
            } else {
                options.files().forEach(file -> checkFile(file, problems));
            }
            if (config.number(FilesOptions.MAX_FIELD_BYTES) < 1) {
                problems.add(Problem.of(FilesOptions.MAX_FIELD_BYTES.name(), "This field needs a number above 0."));
            }
        }
        return List.copyOf(problems);
    }

    @Override
    public List<StreamInfo> discover(Config config, Context context) throws ConnectorException, InterruptedException {
        FilesOptions options = usable(config, context);
        try {
            return StreamDiscovery.streams(options);
        } catch (IOException e) {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "The files cannot be read.", e);
        }
    }

    @Override
    public ChannelSource openSource(Config config, Checkpoint from, Context context) throws ConnectorException {
        return FilesSource.open(usable(config, context), from);
    }

    private FilesOptions usable(Config config, Context context) throws ConnectorException {
        List<Problem> problems = check(config, context);
        if (!problems.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIG, "The configuration is not usable: " + problems.get(0));
        }
        return FilesOptions.of(config);
    }

    private static void checkFolder(String folder, List<Problem> problems) {
        try {
            if (!Files.isDirectory(Path.of(folder))) {
                problems.add(Problem.of(FilesOptions.FOLDER.name(), "There is no folder " + folder + "."));
            } else if (!Files.isReadable(Path.of(folder))) {
                problems.add(Problem.of(FilesOptions.FOLDER.name(), "The folder " + folder + " must not be read."));
            }
        } catch (InvalidPathException e) {
            problems.add(Problem.of(FilesOptions.FOLDER.name(), "This is no name of a folder."));
        }
    }

    private static void checkFile(String file, List<Problem> problems) {
        try {
            if (!Files.isRegularFile(Path.of(file))) {
                problems.add(Problem.of(FilesOptions.FILES.name(), "There is no file " + file + "."));
            } else if (!Files.isReadable(Path.of(file))) {
                problems.add(Problem.of(FilesOptions.FILES.name(), "The file " + file + " must not be read."));
            }
        } catch (InvalidPathException e) {
            problems.add(Problem.of(FilesOptions.FILES.name(), "This is no name of a file."));
        }
    }
}
