package io.crmviews.testdata;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a population as its channels would hand it over: below {@code channels/} a folder for each channel with its
 * customers, interactions and consents, in UTF-8; below {@code truth/} what no channel knows. Here and there a line of
 * a customers' file is preceded by a torn copy of itself, as when a process dies while it writes.
 */
public final class ChannelFiles implements AutoCloseable {

    private static final int TORN_EVERY = 500;

    private final Path dir;
    private final Map<Path, BufferedWriter> open = new LinkedHashMap<>();
    private int records;
    private int events;
    private int torn;

    /**
     * What was written.
     *
     * @param channels the folder with a folder for each channel
     * @param truth the folder of the truth
     * @param records how many records of customers
     * @param events how many interactions and consent events
     * @param torn how many torn lines besides
     */
    public record Written(Path channels, Path truth, int records, int events, int torn) {}

    private ChannelFiles(Path dir) {
        this.dir = dir;
    }

    /**
     * Writes all files of a population; files of the same names are replaced. Memory does not grow with the population.
     *
     * @param population whom to write
     * @param dir where; made if it is not there
     * @return what was written
     * @throws IOException if a file cannot be written
     */
    public static Written write(Population population, Path dir) throws IOException {
        try (ChannelFiles files = new ChannelFiles(dir)) {
            for (Iterator<Told> all = population.facts().iterator(); all.hasNext(); ) {
                files.write(all.next());
            }
            for (Iterator<Customer> all = population.people().iterator(); all.hasNext(); ) {
                files.line(files.truth("customers.csv"), TruthFiles.CUSTOMERS, TruthFiles.customer(all.next()));
            }
            return new Written(dir.resolve("channels"), dir.resolve("truth"), files.records, files.events, files.torn);
        }
    }

    private void write(Told told) throws IOException {
        Touchpoint at = Touchpoint.of(told.fact().key().source());
        if (told.fact() instanceof SourceRecord said) {
            record(at, said);
            line(truth("records.csv"), TruthFiles.RECORDS, TruthFiles.record(told));
            return;
        }
        if (told.fact() instanceof Interaction event) {
            Path file = channel(at, EventFiles.interactionFile(at));
            line(file, EventFiles.interactionHeader(at), EventFiles.interaction(at, event));
        } else if (told.fact() instanceof ConsentEvent consent) {
            line(
                    channel(at, EventFiles.consentFile(at)),
                    EventFiles.consentHeader(at),
                    EventFiles.consent(at, consent));
        }
        events++;
        line(truth("events.csv"), TruthFiles.EVENTS, TruthFiles.event(told));
    }

    private void record(Touchpoint at, SourceRecord said) throws IOException {
        Path file = channel(at, RecordFiles.file(at));
        String header = RecordFiles.header(at);
        String text = RecordFiles.line(at, new Said(said));
        records++;
        if (Math.floorMod(Dice.mix(said.key().key().hashCode()), TORN_EVERY) == 0) {
            torn++;
            line(file, header, text.substring(0, text.length() / 3));
        }
        line(file, header, text);
    }

    private Path channel(Touchpoint at, String file) {
        return dir.resolve("channels").resolve(at.id()).resolve(file);
    }

    private Path truth(String file) {
        return dir.resolve("truth").resolve(file);
    }

    private void line(Path file, String header, String text) throws IOException {
        BufferedWriter writer = open.get(file);
        if (writer == null) {
            Files.createDirectories(file.getParent());
            writer = Files.newBufferedWriter(file);
            open.put(file, writer);
            writer.write(header.isEmpty() ? "" : header + "\n");
        }
        writer.write(text);
        writer.write('\n');
    }

    @Override
    public void close() throws IOException {
        for (BufferedWriter writer : open.values()) {
            writer.close();
        }
    }
}
