package io.crmviews.testdata;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;
import java.util.Locale;

/** How the channels write what happened and what was allowed: CSV where their customers are CSV, else JSON lines. */
final class EventFiles {

    private EventFiles() {}

    static boolean isCsv(Touchpoint at) {
        return RecordFiles.file(at).endsWith(".csv");
    }

    static String interactionFile(Touchpoint at) {
        return isCsv(at) ? "interactions.csv" : "interactions.jsonl";
    }

    static String consentFile(Touchpoint at) {
        return isCsv(at) ? "consents.csv" : "consents.jsonl";
    }

    static String interactionHeader(Touchpoint at) {
        return isCsv(at)
                ? "event_id,time,kind,direction,account,email,phone,text,amount,currency,product,order_id,offer_id"
                : "";
    }

    static String consentHeader(Touchpoint at) {
        return isCsv(at) ? "consent_id,time,account,purpose,contact_by,state,signed_in" : "";
    }

    static String interaction(Touchpoint at, Interaction event) {
        boolean priced = event.amount().isKnown();
        String[] values = {
            event.key().key(),
            time(event.revision().occurredAt()),
            event.kind(),
            event.direction().name().toLowerCase(Locale.ROOT),
            account(event),
            identifier(event, "email"),
            identifier(event, "phone"),
            event.text(),
            priced ? event.amount().amount().setScale(2).toPlainString() : "",
            event.amount().currency(),
            event.characteristics().stream()
                    .findFirst()
                    .map(Characteristic::value)
                    .orElse(""),
            reference(event, "order"),
            reference(event, "offer")
        };
        return isCsv(at) ? Csv.line(values) : interactionJson(values);
    }

    private static String interactionJson(String... values) {
        return new Json()
                .put("id", values[0])
                .put("at", values[1])
                .put("kind", values[2])
                .put("direction", values[3])
                .begin("who")
                .put("account", values[4])
                .put("mail", values[5])
                .put("tel", values[6])
                .end()
                .put("text", values[7])
                .begin("sale")
                .put("total", values[8])
                .put("currency", values[9])
                .put("product", values[10])
                .put("order", values[11])
                .end()
                .put("offer", values[12])
                .line();
    }

    static String consent(Touchpoint at, ConsentEvent event) {
        String id = event.key().key();
        String when = time(event.revision().occurredAt());
        String account = event.subject() instanceof Subject.OfRecord known
                ? known.record().key()
                : "";
        String state = event.state().name().toLowerCase(Locale.ROOT);
        String signedIn = Boolean.toString(event.authenticated());
        return isCsv(at)
                ? Csv.line(id, when, account, event.purpose(), event.channel(), state, signedIn)
                : new Json()
                        .put("id", id)
                        .put("at", when)
                        .put("account", account)
                        .put("purpose", event.purpose())
                        .put("contactBy", event.channel())
                        .put("state", state)
                        .bare("signedIn", signedIn)
                        .line();
    }

    private static String time(Instant instant) {
        return instant.toString();
    }

    private static String account(Interaction event) {
        return event.subjects().stream()
                .filter(Subject.OfRecord.class::isInstance)
                .map(Subject.OfRecord.class::cast)
                .map(Subject.OfRecord::record)
                .findFirst()
                .map(RecordKey::key)
                .orElse("");
    }

    private static String identifier(Interaction event, String type) {
        return event.subjects().stream()
                .filter(Subject.OfIdentifier.class::isInstance)
                .map(Subject.OfIdentifier.class::cast)
                .filter(subject -> subject.type().equals(type))
                .findFirst()
                .map(Subject.OfIdentifier::value)
                .orElse("");
    }

    private static String reference(Interaction event, String type) {
        return event.references().stream()
                .filter(reference -> reference.type().equals(type))
                .findFirst()
                .map(Interaction.Reference::value)
                .orElse("");
    }
}
