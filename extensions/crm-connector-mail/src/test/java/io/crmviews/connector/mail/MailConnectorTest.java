package io.crmviews.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSender;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailConnectorTest {

    private static final Context CONTEXT =
            Context.builder("mail", () -> Instant.EPOCH).build();

    private final Mailbox mailbox = new Mailbox();
    private final MailConnector connector = new MailConnector();

    @AfterEach
    void close() {
        mailbox.close();
    }

    private ChannelRecord only() throws Exception {
        try (ChannelSource source = connector.openSource(mailbox.goodConfig(), Checkpoint.START, CONTEXT)) {
            Batch batch = source.read(ReadLimit.of(10, 1 << 20, Duration.ofSeconds(20)));
            assertThat(batch.records()).hasSize(1);
            return batch.records().get(0);
        }
    }

    @Test
    void aReplyBelongsToTheThreadOfItsFirstReference() throws Exception {
        mailbox.deliver("""
                Message-ID: <c@x>
                In-Reply-To: <b@x>
                References: <a@x>
                 <b@x>
                From: =?utf-8?q?Zo=C3=AB?= <zoe@mail.example>
                To: shop@crm.example, other@crm.example
                Subject: =?utf-8?q?R=C3=A9?=
                Content-Type: text/plain

                Thanks
                """);
        ChannelRecord record = only();
        assertThat(record.key()).isEqualTo("<c@x>");
        assertThat(record.fields())
                .containsEntry("thread", "<a@x>")
                .containsEntry("references", List.of("<a@x>", "<b@x>"))
                .containsEntry("from", "zoe@mail.example")
                .containsEntry("to", List.of("shop@crm.example", "other@crm.example"))
                .containsEntry("subject", "R\u00E9")
                .containsEntry("kind", "message");
    }

    @Test
    void aBounceSaysWhoseAddressFailed() throws Exception {
        mailbox.deliver("""
                Message-ID: <bounce@x>
                From: MAILER-DAEMON@mail.example
                To: shop@crm.example
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                It failed.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example

                Final-Recipient: rfc822; gone@mail.example
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: message/rfc822

                Message-ID: <original@x>

                Hello
                --b--
                """);
        assertThat(only().fields())
                .containsEntry("kind", "bounce")
                .containsEntry(
                        "bounce", Map.of("recipient", "gone@mail.example", "action", "failed", "status", "5.1.1"));
    }

    @Test
    void anAutomaticReplyIsTold() throws Exception {
        mailbox.deliver("""
                Message-ID: <away@x>
                From: anna@mail.example
                Auto-Submitted: auto-replied
                Subject: Away

                I am away
                """);
        assertThat(only().fields()).containsEntry("kind", "auto-reply");
    }

    @Test
    void attachmentsComeByReferenceWithoutTheirBytes() throws Exception {
        mailbox.deliver("""
                Message-ID: <att@x>
                From: anna@mail.example
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain

                See the picture
                --b
                Content-Type: image/png; name="a.png"
                Content-Disposition: attachment; filename="a.png"
                Content-Transfer-Encoding: base64

                aGVsbG8=
                --b--
                """);
        ChannelRecord record = only();
        assertThat(record.fields().get("text")).asString().contains("See the picture");
        assertThat(record.fields().get("attachments"))
                .asString()
                .contains("name=a.png", "type=image/png", "part=2")
                .doesNotContain("aGVsbG8");
    }

    @Test
    void aSubjectCannotAddHeaders() throws Exception {
        try (ChannelSender sender = connector.openSender(mailbox.goodConfig(), CONTEXT)) {
            sender.send(List.of(mailbox.message("m-1").orElseThrow()));
        }
        assertThat(mailbox.lastTaken().getHeader("Bcc")).isNull();
        assertThat(mailbox.lastTaken().getSubject()).startsWith("Your question Bcc");
    }
}
