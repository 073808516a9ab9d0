package io.crmviews.tck;

import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.LookupQuery;
import io.crmviews.spi.channel.Outbound;
import io.crmviews.spi.channel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The toy channel as the kit fills it. */
final class ToyFixture implements ConnectorFixture {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final ToyChannel channel;
    private final Config.Builder more;
    private int seeded;

    ToyFixture(Path scratch, Mutation mutation) throws IOException {
        channel = new ToyChannel(scratch);
        channel.create();
        more = Config.builder().set("mutation", mutation.name());
    }

    private Config config(String folder) {
        return more.set("folder", folder)
                .secret(ToyConnector.passwordName(), Secret.of("open-sesame"))
                .build();
    }

    @Override
    public Config goodConfig() {
        return config(channel.root().toString());
    }

    @Override
    public Config badConfig() {
        return config(channel.root().resolve("nowhere").toString());
    }

    @Override
    public Set<String> seed(int n) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            String key = "k" + seeded++;
            channel.write("upsert", key, TIME.plusSeconds(seeded), "text of " + key);
            keys.add(key);
        }
        return keys;
    }

    @Override
    public boolean poison() throws IOException {
        channel.write("upsert", "", TIME, MARK);
        return true;
    }

    @Override
    public String remoteState() throws IOException {
        return channel.state();
    }

    @Override
    public Optional<String> seedText(String text) throws IOException {
        channel.write("upsert", "text", TIME, text);
        return Optional.of("text");
    }

    @Override
    public Optional<String> seedTime(Instant time) throws IOException {
        channel.write("upsert", "time", time, "");
        return Optional.of("time");
    }

    @Override
    public boolean delete(String key) throws IOException {
        channel.write("delete", key, TIME, "");
        return true;
    }

    @Override
    public int confirmed() throws IOException {
        return seeded - channel.notes().size();
    }

    @Override
    public boolean inject(Fault fault) throws IOException {
        channel.fault(Optional.of(fault));
        return true;
    }

    @Override
    public void heal() throws IOException {
        channel.fault(Optional.empty());
    }

    @Override
    public long calls() throws IOException {
        return channel.calls();
    }

    @Override
    public Optional<LookupQuery> query(String key) {
        return Optional.of(LookupQuery.byKey("notes", key));
    }

    @Override
    public Optional<Outbound> message(String idempotencyKey) {
        return Optional.of(Outbound.builder(idempotencyKey, Outbound.Kind.MESSAGE, "someone")
                .field("text", "Hello")
                .build());
    }

    @Override
    public Optional<Outbound> refusedMessage(String idempotencyKey) {
        return Optional.of(Outbound.builder(idempotencyKey, Outbound.Kind.MESSAGE, "nobody")
                .build());
    }

    @Override
    public int taken(String idempotencyKey) throws IOException {
        try (Stream<Path> files = Files.list(channel.out())) {
            return (int) files.filter(it -> it.getFileName().toString().startsWith(idempotencyKey))
                    .count();
        }
    }
}
