package io.crmviews.connector.files.internal;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Reject;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the files again and again, in sweeps: each sweep lists them and reads what is new since the last, and its
 * end is the end of data. A file whose beginning changed is read again from its start.
 */
public final class FilesSource implements ChannelSource {

    private final FilesOptions options;
    private final Map<String, FileProgress> progress;
    private @Nullable Iterator<SourceFile> sweep;
    private final List<Instant> modified = new ArrayList<>();
    private @Nullable FileReading reading;
    private @Nullable SourceFile readingFile;
    private boolean closed;

    private FilesSource(FilesOptions options, Map<String, FileProgress> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Opens a source; opens no file yet.
     *
     * @param options what to read
     * @param from where to go on
     * @return the source
     * @throws ConnectorException if the checkpoint is none of this connector
     */
    public static FilesSource open(FilesOptions options, Checkpoint from) throws ConnectorException {
        return new FilesSource(options, FilesCheckpoint.read(from));
    }

    @Override
    public Batch read(ReadLimit limit) throws ConnectorException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The source is closed.");
        }
        Draft draft = new Draft(limit);
        try {
            while (!draft.isFull()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (reading == null && !openNext(draft)) {
                    return draft.end(heardUpTo());
                }
                readOne(draft);
            }
            noteProgress();
            return draft.build();
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.TRANSIENT, "The files cannot be read: " + describe(e), e);
        }
    }

    /** Opens the next file that holds something new; false at the end of the sweep. */
    private boolean openNext(Draft draft) throws IOException, InterruptedException {
        Iterator<SourceFile> files = sweep == null ? startSweep() : sweep;
        while (files.hasNext() && !draft.isFull()) {
            SourceFile file = files.next();
            try {
                if (openIfNew(file, draft)) {
                    return true;
                }
            } catch (NoSuchFileException e) {
                if (options.folder().isEmpty()) {
                    throw e;
                }
                // It was listed a moment ago and is gone; the next sweep will not list it.
                progress.remove(file.name());
            }
        }
        boolean more = files.hasNext();
        if (!more) {
            sweep = null;
        }
        return more;
    }

    private Iterator<SourceFile> startSweep() throws IOException {
        List<SourceFile> files = options.list();
        Set<String> names = new HashSet<>();
        files.forEach(file -> names.add(file.name()));
        progress.keySet().retainAll(names);
        modified.clear();
        Iterator<SourceFile> iterator = files.iterator();
        sweep = iterator;
        return iterator;
    }

    private boolean openIfNew(SourceFile file, Draft draft) throws IOException, InterruptedException {
        // Read before the size, so that nothing written later is claimed to have been heard.
        long time = Files.getLastModifiedTime(file.path()).toMillis();
        long size = Files.size(file.path());
        modified.add(Instant.ofEpochMilli(time));
        FileProgress known = progress.get(file.name());
        if (known != null && known.handled() == size && known.modified() == time) {
            return false;
        }
        boolean grown = known != null && isPrefix(file, known, size);
        if (known != null && grown && known.handled() == size) {
            progress.put(file.name(), known.modifiedAt(time));
            return false;
        }
        FileProgress from = known != null && grown ? known : FileProgress.START;
        try {
            reading = FileReading.reopen(file, from, options);
            readingFile = file;
            return true;
        } catch (UnreadableFileException e) {
            refuse(file, e.reason(), size, time, draft);
            return false;
        }
    }

    private static boolean isPrefix(SourceFile file, FileProgress known, long size) throws IOException {
        if (size < known.handled()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            return new FileReading.PrefixChecksum(channel).upTo(known.handled()) == known.checksum();
        }
    }

    /** Refuses a whole file once, until it changes. */
    private void refuse(SourceFile file, String reason, long size, long time, Draft draft) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            long checksum = new FileReading.PrefixChecksum(channel).upTo(size);
            progress.put(file.name(), new FileProgress(0, 1, size, checksum, time));
        }
        draft.add(Reject.of(file.stream(), file.name() + " line 1", reason, new byte[0]), 0);
    }

    private void readOne(Draft draft) throws IOException, InterruptedException {
        FileReading open = reading;
        if (open == null) {
            return;
        }
        FileReading.Item item = open.next();
        if (item instanceof FileReading.Good good) {
            draft.add(good);
        } else if (item instanceof FileReading.Bad bad) {
            draft.add(bad.reject(), bad.bytes());
        } else {
            noteProgress();
            closeReading();
        }
    }

    private void noteProgress() throws IOException {
        if (reading != null && readingFile != null) {
            progress.put(readingFile.name(), reading.progress());
        }
    }

    private Instant heardUpTo() {
        if (modified.isEmpty()) {
            return Instant.MIN;
        }
        return options.oldestCounts() ? Collections.min(modified) : Collections.max(modified);
    }

    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }

    private static String describe(IOException e) {
        return e instanceof NoSuchFileException missing
                ? "there is no file " + missing.getFile() + "."
                : e.getClass().getSimpleName() + ".";
    }

    private void closeReading() throws IOException {
        FileReading open = reading;
        reading = null;
        readingFile = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            closeReading();
        } catch (IOException e) {
            // The file was only read; there is nothing left to lose.
            reading = null;
        }
    }

    /** A batch in the making. */
    private final class Draft {

        private final Batch.Builder batch = Batch.builder(Checkpoint.START);
        private final ReadLimit limit;
        private int count;
        private long bytes;

        Draft(ReadLimit limit) {
            this.limit = limit;
        }

        boolean isFull() {
            return count >= limit.records() || bytes >= limit.bytes();
        }

        void add(FileReading.Good good) {
            batch.add(good.record());
            count++;
            bytes += good.bytes();
        }

        void add(Reject reject, long size) {
            batch.add(reject);
            count++;
            bytes += size;
        }

        Batch end(Instant heardUpTo) throws ConnectorException {
            return batch.checkpoint(FilesCheckpoint.write(progress))
                    .heardUpTo(heardUpTo)
                    .endOfData(true)
                    .build();
        }

        Batch build() throws ConnectorException {
            return batch.checkpoint(FilesCheckpoint.write(progress)).build();
        }
    }
}
