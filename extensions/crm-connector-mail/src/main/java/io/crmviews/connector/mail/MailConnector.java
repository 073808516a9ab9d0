package io.crmviews.connector.mail;

import io.crmviews.connector.mail.internal.MailOptions;
import io.crmviews.connector.mail.internal.MailSender;
import io.crmviews.connector.mail.internal.MailServer;
import io.crmviews.connector.mail.internal.MailSource;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSender;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.StreamInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * The connector {@code mail}: the messages of IMAP folders as events of one stream {@code messages}, and messages out
 * over SMTP. A record's key is the Message-ID; its fields are sender, receivers, subject, text, thread (the first of its
 * references, RFC 5322), whether it is a bounce (RFC 3464, with the failed address and status) or an automatic reply (RFC
 * 3834), and attachments by name, type, size and place, without their bytes. Folders are read only: nothing is marked,
 * moved or deleted. Deletes are not seen.
 *
 * <p>Sending: SMTP itself cannot tell a message that was sent already, so each one carries its idempotency key as a header,
 * a copy is put into the sent folder, and a key that is found there is not sent again. A crash between the two can send
 * a message twice. Stateless and thread-safe.
 */
public final class MailConnector implements ChannelConnector {

    private static final ConnectorInfo INFO = ConnectorInfo.builder("mail", "0.1.0")
            .title("Mailbox")
            .channelKinds("mail")
            .capabilities(
                    Capability.SOURCE,
                    Capability.DISCOVER,
                    Capability.HEARD_UP_TO,
                    Capability.END_OF_DATA,
                    Capability.SEND)
            .fields(MailOptions.fields())
            .build();

    /** Made by {@link java.util.ServiceLoader}. */
    public MailConnector() {}

    @Override
    public ConnectorInfo info() {
        return INFO;
    }

    @Override
    public List<Problem> check(Config config, Context context) {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (problems.isEmpty()) {
            problems.addAll(MailOptions.problems(config));
        }
        if (problems.isEmpty()) {
            try (MailServer server = MailServer.connect(MailOptions.of(config))) {
                server.proveFolders();
            } catch (ConnectorException e) {
                problems.add(Problem.general(String.valueOf(e.getMessage())));
            }
        }
        return List.copyOf(problems);
    }

    @Override
    public List<StreamInfo> discover(Config config, Context context) throws ConnectorException {
        usable(config);
        StreamInfo.Builder stream = StreamInfo.builder("messages").op(ChannelRecord.Op.EVENT);
        for (String text : List.of("kind", "from", "subject", "text", "html", "inReplyTo", "thread", "folder")) {
            stream.field(text, StreamInfo.FieldType.TEXT);
        }
        for (String list : List.of("to", "cc", "references", "attachments")) {
            stream.field(list, StreamInfo.FieldType.LIST);
        }
        return List.of(stream.field("bounce", StreamInfo.FieldType.MAP).build());
    }

    @Override
    public ChannelSource openSource(Config config, Checkpoint from, Context context) throws ConnectorException {
        return MailSource.open(usable(config), from, context);
    }

    @Override
    public ChannelSender openSender(Config config, Context context) throws ConnectorException {
        MailOptions options = usable(config);
        if (options.smtpHost().isEmpty() || options.from().isEmpty()) {
            throw new ConnectorException(ConnectorException.Kind.CONFIG, "Sending needs smtpHost and from.");
        }
        return MailSender.open(options);
    }

    private static MailOptions usable(Config config) throws ConnectorException {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (problems.isEmpty()) {
            problems.addAll(MailOptions.problems(config));
        }
        if (!problems.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIG, "The configuration is not usable: " + problems.get(0));
        }
        return MailOptions.of(config);
    }
}
