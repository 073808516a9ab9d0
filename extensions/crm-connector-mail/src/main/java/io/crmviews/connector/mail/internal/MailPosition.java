package io.crmviews.connector.mail.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How far each folder was read: its validity and its last number, both of IMAP's (RFC 3501, 2.3.1.1). Not thread-safe. */
final class MailPosition {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How far a folder was read. */
    private record Place(long validity, long uid) {}

    private final Map<String, Place> places = new TreeMap<>();

    /** The last number read; 0 if the folder was made anew meanwhile, so that its numbers mean other messages. */
    long after(String folder, long validity) {
        Place place = places.get(folder);
        return place == null || place.validity() != validity ? 0 : place.uid();
    }

    void moveTo(String folder, long validity, long uid) {
        places.put(folder, new Place(validity, uid));
    }

    Checkpoint checkpoint() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode folders = root.putObject("mail");
        places.forEach(
                (name, place) -> folders.putArray(name).add(place.validity()).add(place.uid()));
        return Checkpoint.of(root.toString());
    }

    static MailPosition read(Checkpoint from) throws ConnectorException {
        MailPosition position = new MailPosition();
        if (from.isStart()) {
            return position;
        }
        try {
            JsonNode folders = JSON.readTree(from.bytes()).path("mail");
            if (!folders.isObject()) {
                throw foreign();
            }
            for (Map.Entry<String, JsonNode> folder : folders.properties()) {
                JsonNode place = folder.getValue();
                position.moveTo(
                        folder.getKey(), place.path(0).asLong(), place.path(1).asLong());
            }
            return position;
        } catch (IOException e) {
            throw foreign();
        }
    }

    private static ConnectorException foreign() {
        return new ConnectorException(Kind.DATA, "The checkpoint is none of the mail connector.");
    }
}
