package io.crmviews.connector.mail.internal;

import io.crmviews.spi.channel.ChannelSender;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Delivery;
import io.crmviews.spi.channel.Outbound;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Sends over SMTP, and remembers in the sent folder what was sent. */
public final class MailSender implements ChannelSender {

    private static final String KEY_HEADER = "X-Idempotency-Key";
    private static final int PERMANENT = 500;

    private final MailOptions options;
    private final MailServer server;
    private boolean closed;

    private MailSender(MailOptions options, MailServer server) {
        this.options = options;
        this.server = server;
    }

    /**
     * Connects to the mailbox; the SMTP server is called when there is something to send.
     *
     * @param options what to connect to
     * @return an open sender
     * @throws ConnectorException if the server is not there or refuses
     */
    public static MailSender open(MailOptions options) throws ConnectorException {
        return new MailSender(options, MailServer.connect(options));
    }

    @Override
    public List<Delivery> send(List<Outbound> messages) throws ConnectorException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The sender is closed.");
        }
        List<Delivery> deliveries = new ArrayList<>(messages.size());
        try (Transport transport = server.session().getTransport(options.protocol("smtp"));
                Folder sent = sentFolder()) {
            transport.connect(
                    options.smtpHost(),
                    options.smtpPort(),
                    options.user(),
                    options.password().reveal());
            for (Outbound message : messages) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                deliveries.add(send(message, transport, sent));
            }
            return deliveries;
        } catch (MessagingException e) {
            throw MailServer.failure(e);
        }
    }

    private Folder sentFolder() throws MessagingException {
        Folder sent = server.folder(options.sent());
        if (!sent.exists() && !sent.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("no sent folder");
        }
        sent.open(Folder.READ_WRITE);
        return sent;
    }

    private Delivery send(Outbound message, Transport transport, Folder sent) throws MessagingException {
        if (message.kind() != Outbound.Kind.MESSAGE) {
            return Delivery.rejected(message, "Mail carries messages only; a mailbox erases and corrects nothing.");
        }
        String key = header(message.idempotencyKey());
        if (sent.search(new HeaderTerm(KEY_HEADER, key)).length > 0) {
            return Delivery.sent(message, "sent before");
        }
        try {
            MimeMessage mail = mail(message, key);
            transport.sendMessage(mail, mail.getAllRecipients());
            sent.appendMessages(new Message[] {mail});
            return Delivery.sent(message, mail.getMessageID());
        } catch (AddressException e) {
            return Delivery.rejected(message, "The receiver's address is none.");
        } catch (SendFailedException e) {
            return refused(message, e);
        } catch (AuthenticationFailedException e) {
            throw e;
        } catch (MessagingException e) {
            return Delivery.unknown(message, "The line to the mail server was cut while it was sent.");
        }
    }

    private static Delivery refused(Outbound message, SendFailedException e) {
        int code = 0;
        for (Exception at = e; at instanceof MessagingException linked; at = linked.getNextException()) {
            if (at instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (at instanceof SMTPSendFailedException failed && code == 0) {
                code = failed.getReturnCode();
            }
        }
        return code >= PERMANENT
                ? Delivery.rejected(message, "The mail server refuses the receiver or the message: " + code + ".")
                : Delivery.deferred(message, "The mail server does not take the message now: " + code + ".");
    }

    private MimeMessage mail(Outbound message, String key) throws MessagingException {
        MimeMessage mail = new MimeMessage(server.session());
        InternetAddress to = new InternetAddress(message.to(), true);
        mail.setFrom(new InternetAddress(options.from(), true));
        mail.setRecipient(Message.RecipientType.TO, to);
        mail.setSubject(header(text(message, "subject")), StandardCharsets.UTF_8.name());
        mail.setHeader(KEY_HEADER, key);
        for (String name : List.of("In-Reply-To", "References")) {
            String value = header(text(message, name.equals("References") ? "references" : "inReplyTo"));
            if (!value.isEmpty()) {
                mail.setHeader(name, value);
            }
        }
        mail.setText(text(message, "text"), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    private static String text(Outbound message, String field) {
        Object value = message.fields().get(field);
        return value == null ? "" : value.toString();
    }

    /** A header's value on one line, so that no text adds headers of its own. */
    private static String header(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }

    @Override
    public void close() {
        closed = true;
        server.close();
    }
}
