package io.crmviews.connector.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.Outbound;
import io.crmviews.spi.channel.Secret;
import io.crmviews.tck.ConnectorFixture;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A mailbox and a receiver's on a server in this process. */
final class Mailbox implements ConnectorFixture {

    private static final String US = "shop@crm.example";
    private static final String THEM = "anna@mail.example";
    private static final DateTimeFormatter RFC_5322 = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final GreenMail server = new GreenMail(
            new ServerSetup[] {ServerSetup.SMTP.dynamicPort().setVerbose(false), ServerSetup.IMAP.dynamicPort()});
    private final GreenMailUser user;
    private int seeded;

    Mailbox() {
        server.start();
        user = server.setUser(US, "us", "a-password-of-the-kit");
        server.setUser(THEM, "anna", "another");
    }

    private Config.Builder config() {
        return Config.builder()
                .set("host", "127.0.0.1")
                .set("port", Integer.toString(server.getImap().getPort()))
                .set("security", "none")
                .set("user", "us")
                .set("maxMessageBytes", "3000000")
                .set("smtpHost", "127.0.0.1")
                .set("smtpPort", Integer.toString(server.getSmtp().getPort()))
                .set("from", US)
                .secret("password", Secret.of("a-password-of-the-kit"));
    }

    @Override
    public Config goodConfig() {
        return config().build();
    }

    @Override
    public Config badConfig() {
        return config().secret("password", Secret.of("a-wrong-password")).build();
    }

    void deliver(String raw) {
        try {
            byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void deliver(String id, Instant time, String text) {
        String body =
                Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text.getBytes(StandardCharsets.UTF_8));
        deliver("Message-ID: " + id + "\nFrom: Anna <" + THEM + ">\nTo: " + US + "\nDate: " + RFC_5322.format(time)
                + "\nSubject: Question\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8"
                + "\nContent-Transfer-Encoding: base64\n\n" + body + "\n");
    }

    @Override
    public Set<String> seed(int n) {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            String id = "<m" + seeded++ + "@mail.example>";
            deliver(id, Instant.parse("2026-01-02T03:04:05Z").plusSeconds(seeded), "Question " + id);
            ids.add(id);
        }
        return ids;
    }

    @Override
    public boolean poison() {
        deliver("<large@mail.example>", Instant.EPOCH, MARK + "x".repeat(4_000_000));
        return true;
    }

    @Override
    public String remoteState() throws Exception {
        StringBuilder state = new StringBuilder();
        for (var folder :
                server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
            state.append(folder.getUid()).append(' ').append(folder.getFlags()).append('\n');
        }
        return state.toString();
    }

    @Override
    public Optional<String> seedText(String text) {
        deliver("<text@mail.example>", Instant.EPOCH, text);
        return Optional.of("<text@mail.example>");
    }

    @Override
    public Optional<String> seedTime(Instant time) {
        boolean ofMail = time.isAfter(Instant.EPOCH.minusSeconds(1)) && time.getEpochSecond() < 4_000_000_000L;
        if (ofMail) {
            deliver("<time@mail.example>", time, "When?");
        }
        return ofMail ? Optional.of("<time@mail.example>") : Optional.empty();
    }

    @Override
    public Optional<Outbound> message(String idempotencyKey) {
        return Optional.of(Outbound.builder(idempotencyKey, Outbound.Kind.MESSAGE, THEM)
                .field("subject", "Your question\r\nBcc: everybody@mail.example")
                .field("text", "Our answer")
                .build());
    }

    @Override
    public Optional<Outbound> refusedMessage(String idempotencyKey) {
        return Optional.of(Outbound.builder(idempotencyKey, Outbound.Kind.MESSAGE, "nobody at all")
                .field("text", "Lost")
                .build());
    }

    @Override
    public int taken(String idempotencyKey) throws MessagingException {
        int taken = 0;
        for (Message message : server.getReceivedMessagesForDomain(THEM)) {
            String[] keys = message.getHeader("X-Idempotency-Key");
            taken += keys != null && keys[0].equals(idempotencyKey) ? 1 : 0;
        }
        return taken;
    }

    Message lastTaken() {
        Message[] all = server.getReceivedMessagesForDomain(THEM);
        return all[all.length - 1];
    }

    @Override
    public void close() {
        server.stop();
    }
}
