package io.crmviews.connector.mail.internal;

import io.crmviews.spi.channel.AsideReader;
import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Reject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Passes over the folders again and again; the server is asked aside, since its answers hear no interrupts. */
public final class MailSource implements ChannelSource {

    private static final int MOST_RAW = 1 << 16;

    private final MailOptions options;
    private final MailServer server;
    private final MailPosition position;
    private final InstantSource clock;
    private final AsideReader reader;
    private int folder;
    private Instant passBegan = Instant.MIN;
    private boolean closed;

    private MailSource(
            MailOptions options, MailServer server, MailPosition position, InstantSource clock, Checkpoint from) {
        this.options = options;
        this.server = server;
        this.position = position;
        this.clock = clock;
        this.reader = AsideReader.of("crm-mail", from, this::next);
    }

    /**
     * Connects.
     *
     * @param options what to read
     * @param from where to go on
     * @param context the place and its clock
     * @return an open source
     * @throws ConnectorException if the server refuses, or the checkpoint is none of this connector
     */
    public static MailSource open(MailOptions options, Checkpoint from, Context context) throws ConnectorException {
        MailPosition position = MailPosition.read(from);
        MailServer server = MailServer.connect(options);
        return new MailSource(options, server, position, context.clock(), from);
    }

    @Override
    public Batch read(ReadLimit limit) throws ConnectorException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The source is closed.");
        }
        return reader.read(limit);
    }

    private Batch next(ReadLimit limit) throws ConnectorException {
        if (folder == 0 && passBegan.equals(Instant.MIN)) {
            passBegan = clock.instant();
        }
        Draft draft = new Draft(limit);
        try {
            while (folder < options.folders().size() && !draft.isFull()) {
                if (readFolder(options.folders().get(folder), draft)) {
                    folder++;
                }
            }
        } catch (MessagingException e) {
            throw MailServer.failure(e);
        } catch (IOException e) {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "The line to the mail server is cut.");
        }
        boolean end = folder == options.folders().size();
        draft.batch.checkpoint(position.checkpoint()).endOfData(end);
        if (end) {
            draft.batch.heardUpTo(passBegan);
            folder = 0;
            passBegan = Instant.MIN;
        }
        return draft.batch.build();
    }

    /** The messages that came since; true when there are no more. */
    private boolean readFolder(String name, Draft draft) throws MessagingException, IOException {
        try (Folder open = server.folder(name)) {
            open.open(Folder.READ_ONLY);
            UIDFolder numbered = (UIDFolder) open;
            long validity = numbered.getUIDValidity();
            long after = position.after(name, validity);
            Message[] messages = numbered.getMessagesByUID(after + 1, UIDFolder.LASTUID);
            Message[] fresh = Arrays.stream(messages).limit(draft.room() + 1L).toArray(Message[]::new);
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(FetchProfile.Item.SIZE);
            open.fetch(fresh, profile);
            for (Message message : fresh) {
                long uid = numbered.getUID(message);
                if (uid > after) {
                    if (draft.isFull()) {
                        return false;
                    }
                    take(message, name, validity + "/" + uid, draft);
                    position.moveTo(name, validity, uid);
                }
            }
            return true;
        }
    }

    private void take(Message message, String folderName, String place, Draft draft)
            throws MessagingException, IOException {
        int size = Math.max(0, message.getSize());
        if (size > options.maxMessageBytes()) {
            byte[] raw = ((IMAPMessage) message).getMimeStream().readNBytes(MOST_RAW);
            String reason = "The message has more than the allowed " + options.maxMessageBytes() + " bytes.";
            draft.add(Reject.of("messages", folderName + " " + place, reason, raw), size);
            return;
        }
        byte[] raw = ((IMAPMessage) message).getMimeStream().readAllBytes();
        try {
            draft.batch.add(MessageRecord.of(
                    server.session(), new ByteArrayInputStream(raw), folderName, place, received(message)));
            draft.count(raw.length);
        } catch (MessagingException | IOException | IllegalArgumentException e) {
            // Read whole already: what fails here is the message, not the line.
            byte[] kept = raw.length > MOST_RAW ? Arrays.copyOf(raw, MOST_RAW) : raw;
            byte[] some = kept.length == 0 ? place.getBytes(StandardCharsets.UTF_8) : kept;
            draft.add(
                    Reject.of("messages", folderName + " " + place, "The message cannot be read as MIME.", some), size);
        }
    }

    private static Instant received(Message message) throws MessagingException {
        return message.getReceivedDate() == null
                ? Instant.MIN
                : message.getReceivedDate().toInstant();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            reader.close();
            server.close();
        }
    }

    /** A batch in the making. */
    private static final class Draft {

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

        int room() {
            return limit.records() - count;
        }

        void count(long size) {
            count++;
            bytes += size;
        }

        void add(Reject reject, long size) {
            batch.add(reject);
            count(size);
        }
    }
}
