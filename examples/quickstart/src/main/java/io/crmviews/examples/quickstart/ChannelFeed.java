package io.crmviews.examples.quickstart;

import io.crmviews.connector.files.FilesConnector;
import io.crmviews.merge.mapping.Mapping;
import io.crmviews.runtime.SourceDefinition;
import io.crmviews.spi.channel.Config;
import io.crmviews.testdata.Touchpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * How one channel comes in: its files through the files connector, and a mapping document that says which field is what.
 *
 * @param at the channel
 * @param title its name for people
 * @param keys the key field of each stream
 */
record ChannelFeed(Touchpoint at, String title, List<String> keys) {

    /** The six channels. */
    static List<ChannelFeed> all() {
        return List.of(
                new ChannelFeed(
                        Touchpoint.BRANCH,
                        "branch CRM",
                        List.of("customers=customer_no", "interactions=event_id", "consents=consent_id")),
                new ChannelFeed(
                        Touchpoint.WEB,
                        "web accounts",
                        List.of("accounts=accountId", "interactions=id", "consents=id")),
                new ChannelFeed(Touchpoint.STORE, "e-store", List.of("buyers=id", "interactions=id")),
                new ChannelFeed(
                        Touchpoint.CALLS, "call centre", List.of("contacts=contact_id", "interactions=event_id")),
                new ChannelFeed(Touchpoint.FORUM, "community forum", List.of("members=uid", "interactions=id")),
                new ChannelFeed(
                        Touchpoint.LOYALTY,
                        "loyalty partner",
                        List.of("cards=CARD_ID", "interactions=event_id", "consents=consent_id")));
    }

    /** The source, read once up to the end of its files. */
    SourceDefinition source(Path channels) {
        Config config = Config.builder()
                .set("folder", channels.resolve(at.id()).toString())
                .set("key", keys.toArray(String[]::new))
                .set("events", "interactions", "consents")
                .build();
        return SourceDefinition.once(at.id(), new FilesConnector(), config);
    }

    /** The mapping document of this channel, which lies beside this class. */
    Mapping mapping() {
        String name = at.id() + ".json";
        try (InputStream document = ChannelFeed.class.getResourceAsStream(name)) {
            if (document == null) {
                throw new IllegalStateException("The mapping " + name + " is missing.");
            }
            return Mapping.parse(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
