package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelLookup;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSender;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Delivery;
import io.crmviews.spi.channel.LookupQuery;
import io.crmviews.spi.channel.Outbound;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.StreamInfo;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole connector for the {@link ToyChannel}, sound unless a mutation breaks it in one place. */
public class ToyConnector implements ChannelConnector {

    /** The mutation of descriptors, which see no configuration. */
    static volatile Mutation described = Mutation.NONE;

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final List<FileInputStream> LEAKED = new ArrayList<>();

    private static final ConfigField FOLDER = ConfigField.builder("folder", ConfigField.Type.TEXT)
            .description("Where the channel is.")
            .required()
            .build();
    private static final ConfigField MUTATION = ConfigField.builder("mutation", ConfigField.Type.TEXT)
            .description("What is broken.")
            .defaultValue("NONE")
            .build();

    /** Made by the kit. */
    public ToyConnector() {}

    static String passwordName() {
        return "password";
    }

    private static ConfigField password() {
        return ConfigField.builder(
                        passwordName(),
                        described == Mutation.PASSWORD_IS_TEXT ? ConfigField.Type.TEXT : ConfigField.Type.SECRET)
                .description("Opens the channel.")
                .build();
    }

    Capability[] capabilities() {
        List<Capability> all = new ArrayList<>(List.of(
                Capability.SOURCE,
                Capability.DISCOVER,
                Capability.DELETES,
                Capability.SEQUENCE,
                Capability.HEARD_UP_TO,
                Capability.END_OF_DATA,
                Capability.LOOKUP,
                Capability.SEND,
                Capability.PRIVACY_REQUESTS));
        if (described == Mutation.HALF_WORKS) {
            all.remove(Capability.LOOKUP);
        }
        return all.toArray(Capability[]::new);
    }

    @Override
    public ConnectorInfo info() {
        String title = described == Mutation.DESCRIBES_ITSELF_DIFFERENTLY ? "Toy " + CALLS.incrementAndGet() : "Toy";
        return ConnectorInfo.builder("toy", "1")
                .title(title)
                .apiLevel(described == Mutation.IS_OF_A_HIGHER_LEVEL ? 2 : 1)
                .capabilities(capabilities())
                .fields(FOLDER, MUTATION, password())
                .build();
    }

    static Mutation mutation(Config config) {
        return Mutation.valueOf(config.text(MUTATION));
    }

    private static ToyChannel channel(Config config) {
        return new ToyChannel(Path.of(config.text(FOLDER)));
    }

    @Override
    public List<Problem> check(Config config, Context context) {
        List<Problem> problems = new ArrayList<>(info().problems(config));
        if (problems.isEmpty() && !Files.isDirectory(channel(config).in())) {
            if (mutation(config) == Mutation.CHECK_THROWS) {
                throw new IllegalStateException("There is no such folder.");
            }
            problems.add(Problem.of("folder", "There is no such channel."));
        }
        if (mutation(config) == Mutation.CHECK_WRITES) {
            try {
                Files.writeString(channel(config).root().resolve("probe"), "x");
            } catch (IOException e) {
                problems.add(Problem.general("The channel cannot be written."));
            }
        }
        return problems;
    }

    private ToyChannel usable(Config config, Context context) throws ConnectorException {
        ToyChannel channel = channel(config);
        if (!check(config, context).isEmpty()) {
            if (mutation(config) == Mutation.LEAKS_FILES_AT_A_FAILED_OPEN) {
                try {
                    LEAKED.add(new FileInputStream("/dev/null"));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            throw new ConnectorException(Kind.CONFIG, "The channel is not usable.");
        }
        if (config.secret(password()).isPresent()
                && !config.secret(password()).get().reveal().equals("open-sesame")) {
            String shown = mutation(config) == Mutation.SECRET_IN_AN_EXCEPTION
                    ? config.secret(password()).get().reveal()
                    : "The password";
            throw new ConnectorException(Kind.AUTH, shown + " is refused.");
        }
        return channel;
    }

    @Override
    public List<StreamInfo> discover(Config config, Context context) throws ConnectorException {
        usable(config, context);
        String name = mutation(config) == Mutation.DISCOVERS_OTHER_STREAMS ? "letters" : "notes";
        return List.of(StreamInfo.builder(name)
                .field("text", StreamInfo.FieldType.TEXT)
                .build());
    }

    boolean forgets() {
        return false;
    }

    @Override
    public ChannelSource openSource(Config config, Checkpoint from, Context context) throws ConnectorException {
        ToyChannel channel = usable(config, context);
        return new ToySource(channel, mutation(config), ToySource.position(from, mutation(config)), context, forgets());
    }

    static ChannelRecord record(ToyChannel.Note note, Mutation mutation) {
        ChannelRecord.Builder record = ChannelRecord.builder("notes", note.key())
                .op(note.isDelete() ? ChannelRecord.Op.DELETE : ChannelRecord.Op.UPSERT)
                .occurredAt(
                        mutation == Mutation.COUNTS_TIME_IN_32_BITS
                                ? java.time.Instant.ofEpochSecond(note.time().getEpochSecond() & 0x7fffffffL)
                                : note.time())
                .field("text", mutation == Mutation.TRIMS_TEXT ? note.text().strip() : note.text());
        return mutation == Mutation.SEQUENCE_IS_ABSENT
                ? record.build()
                : record.sequence(note.number()).build();
    }

    @Override
    public ChannelLookup openLookup(Config config, Context context) throws ConnectorException {
        ToyChannel channel = usable(config, context);
        Mutation mutation = mutation(config);
        return new ChannelLookup() {
            private boolean closed;

            @Override
            public List<ChannelRecord> find(LookupQuery query, Duration limit) {
                if (closed) {
                    throw new IllegalStateException("The lookup is closed.");
                }
                try {
                    return channel.notes().stream()
                            .filter(it -> it.key().equals(query.value()) || mutation == Mutation.LOOKUP_FINDS_TOO_MUCH)
                            .map(it -> record(it, mutation))
                            .toList();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    @Override
    public ChannelSender openSender(Config config, Context context) throws ConnectorException {
        ToyChannel channel = usable(config, context);
        Mutation mutation = mutation(config);
        return new ChannelSender() {
            private boolean closed;

            @Override
            public List<Delivery> send(List<Outbound> messages) throws ConnectorException {
                if (closed) {
                    throw new IllegalStateException("The sender is closed.");
                }
                List<Delivery> deliveries = new ArrayList<>();
                for (Outbound message : messages) {
                    deliveries.add(send(message));
                }
                return deliveries;
            }

            private Delivery send(Outbound message) throws ConnectorException {
                if (message.kind() != Outbound.Kind.MESSAGE && forgets()) {
                    return Delivery.rejected(message, "This channel takes messages only.");
                }
                if (message.to().equals("nobody")) {
                    if (mutation == Mutation.ONE_REFUSED_MESSAGE_STOPS_THE_REST) {
                        throw new ConnectorException(Kind.DATA, "There is nobody of that name.");
                    }
                    return Delivery.rejected(message, "There is nobody of that name.");
                }
                String unique = mutation == Mutation.SENDS_TWICE ? "-" + CALLS.incrementAndGet() : "";
                try {
                    Files.writeString(channel.out().resolve(message.idempotencyKey() + unique), message.kind() + "");
                } catch (IOException e) {
                    return Delivery.deferred(message, "The channel cannot be written.");
                }
                return Delivery.sent(
                        message,
                        mutation == Mutation.ERASES_WITHOUT_RECEIPT ? "" : "receipt-" + message.idempotencyKey());
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
