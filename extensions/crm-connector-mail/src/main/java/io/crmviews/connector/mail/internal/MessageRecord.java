package io.crmviews.connector.mail.internal;

import io.crmviews.spi.channel.ChannelRecord;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a record of a message. */
final class MessageRecord {

    private static final int DEEPEST = 20;
    private static final int MOST_REPORT = 1 << 16;

    private final MimeMessage message;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Map<String, Object>> attachments = new ArrayList<>();
    private final Map<String, String> report = new LinkedHashMap<>();

    private MessageRecord(MimeMessage message) {
        this.message = message;
    }

    static ChannelRecord of(Session session, InputStream raw, String folder, String place, Instant received)
            throws MessagingException, IOException {
        MessageRecord reading = new MessageRecord(new MimeMessage(session, raw));
        reading.look(reading.message, "", 0);
        return reading.record(folder, place, received);
    }

    private ChannelRecord record(String folder, String place, Instant received) throws MessagingException {
        String id = header("Message-ID");
        List<String> references = Arrays.stream(header("References").split("\\s+"))
                .filter(it -> !it.isEmpty())
                .toList();
        String inReplyTo = header("In-Reply-To");
        String key = id.isEmpty() ? "imap " + place : id;
        String thread = !references.isEmpty() ? references.get(0) : inReplyTo.isEmpty() ? key : inReplyTo;
        Instant sent =
                message.getSentDate() == null ? received : message.getSentDate().toInstant();
        ChannelRecord.Builder record = ChannelRecord.builder("messages", key)
                .op(ChannelRecord.Op.EVENT)
                .occurredAt(sent)
                .position(folder + " " + place)
                .field("kind", kind())
                .field("folder", folder)
                .field("thread", thread)
                .field("to", addresses(message.getRecipients(Message.RecipientType.TO)))
                .field("cc", addresses(message.getRecipients(Message.RecipientType.CC)))
                .field("references", references)
                .field("attachments", attachments);
        List<String> from = addresses(message.getFrom());
        put(record, "from", from.isEmpty() ? "" : from.get(0));
        put(record, "subject", message.getSubject() == null ? "" : message.getSubject());
        put(record, "inReplyTo", inReplyTo);
        put(record, "text", text.toString());
        put(record, "html", html.toString());
        if (!report.isEmpty()) {
            record.field("bounce", report);
        }
        return record.build();
    }

    private static void put(ChannelRecord.Builder record, String field, String value) {
        if (!value.isEmpty()) {
            record.field(field, value);
        }
    }

    /** A bounce reports a delivery (RFC 3464); automatic replies say so (RFC 3834), or did before there was a rule. */
    private String kind() throws MessagingException {
        if (!report.isEmpty()) {
            return "bounce";
        }
        String automatic = header("Auto-Submitted").toLowerCase(Locale.ROOT);
        boolean replies = (!automatic.isEmpty() && !automatic.startsWith("no"))
                || !header("X-Autoreply").isEmpty()
                || !header("X-Autorespond").isEmpty()
                || header("Precedence").equalsIgnoreCase("auto_reply");
        return replies ? "auto-reply" : "message";
    }

    private String header(String name) throws MessagingException {
        String value = message.getHeader(name, " ");
        return value == null ? "" : value.strip();
    }

    private static List<String> addresses(Address[] addresses) {
        List<String> texts = new ArrayList<>();
        if (addresses != null) {
            for (Address address : addresses) {
                texts.add(address instanceof InternetAddress internet ? internet.getAddress() : address.toString());
            }
        }
        texts.removeIf(it -> it == null || it.isBlank());
        return texts;
    }

    private void look(Part part, String place, int depth) throws MessagingException, IOException {
        String name = part.getFileName();
        if (depth > DEEPEST) {
            throw new MessagingException("nested too deep");
        }
        if (name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attach(part, place, name == null ? "" : name);
        } else if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                look(inner, place.isEmpty() ? Integer.toString(i + 1) : place + "." + (i + 1), depth + 1);
            }
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("message/delivery-status")) {
            readReport(part);
        } else if (!part.isMimeType("message/*") && !part.isMimeType("text/rfc822-headers")) {
            attach(part, place, "");
        }
    }

    private void attach(Part part, String place, String name) throws MessagingException {
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("name", name);
        attachment.put("type", part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        attachment.put("bytes", (long) Math.max(0, part.getSize()));
        attachment.put("part", place);
        attachments.add(attachment);
    }

    private void readReport(Part part) throws MessagingException, IOException {
        String status = new String(part.getInputStream().readNBytes(MOST_REPORT), StandardCharsets.UTF_8);
        for (String line : status.lines().toList()) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            switch (field) {
                case "final-recipient" -> report.putIfAbsent("recipient", value.replaceFirst("^[^;]*;\\s*", ""));
                case "action" -> report.putIfAbsent("action", value.toLowerCase(Locale.ROOT));
                case "status" -> report.putIfAbsent("status", value);
                default -> {}
            }
        }
    }
}
