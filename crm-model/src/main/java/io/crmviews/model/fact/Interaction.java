package io.crmviews.model.fact;

import io.crmviews.model.party.Characteristic;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.util.List;

/**
 * Something that happened between a customer and the company (TMF683 PartyInteraction): a call, purchase, visit, post,
 * offer. Written messages are kept verbatim.
 *
 * @param key the event's name: a redelivery has the same key
 * @param revision its version and times
 * @param kind what it was, lower case, open: {@code purchase}, {@code call}, {@code complaint}, {@code offer-made}
 * @param channel the id of the channel it happened in, not blank
 * @param direction who began it
 * @param subjects whom it is about, the strongest first; may be empty when nobody can tell
 * @param text what was said or written, verbatim, or empty
 * @param amount what was paid; {@link Money#NONE} if nothing
 * @param references order, offer, message, call ids it names
 * @param characteristics everything else that was said
 */
public record Interaction(
        RecordKey key,
        Revision revision,
        String kind,
        String channel,
        Direction direction,
        List<Subject> subjects,
        String text,
        Money amount,
        List<Reference> references,
        List<Characteristic> characteristics)
        implements Fact {

    /** Who began an interaction. */
    public enum Direction {
        /** The customer. */
        INBOUND,
        /** The company. */
        OUTBOUND,
        /** Not known, or neither. */
        UNKNOWN
    }

    /**
     * An id by which another system knows the same matter.
     *
     * @param type what it names, lower case: {@code order}, {@code offer}, {@code message}, {@code case}; not blank
     * @param value the id, not blank
     */
    public record Reference(String type, String value) {

        /** Checks that type and value say something. */
        public Reference {
            if (type.isBlank() || value.isBlank()) {
                throw new IllegalArgumentException("A reference needs a type and a value.");
            }
        }

        /** The value may be an address or name one. */
        @Override
        public String toString() {
            return "Reference[" + type + "]";
        }
    }

    /** Checks kind and channel and copies the lists. */
    public Interaction {
        if (kind.isBlank() || channel.isBlank()) {
            throw new IllegalArgumentException("An interaction needs a kind and a channel.");
        }
        subjects = List.copyOf(subjects);
        references = List.copyOf(references);
        characteristics = List.copyOf(characteristics);
    }

    @Override
    public Interaction withRevision(Revision other) {
        return new Interaction(
                key, other, kind, channel, direction, subjects, text, amount, references, characteristics);
    }

    @Override
    public String toString() {
        return "Interaction[" + key + "]";
    }
}
