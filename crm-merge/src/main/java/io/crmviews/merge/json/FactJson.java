package io.crmviews.merge.json;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Facts. */
final class FactJson {

    private FactJson() {}

    static void write(Fact fact, Out out) {
        if (fact instanceof SourceRecord record) {
            head("record", record, out);
            write(record, out);
        } else if (fact instanceof Interaction interaction) {
            head("interaction", interaction, out);
            write(interaction, out);
        } else if (fact instanceof ConsentEvent consent) {
            head("consent", consent, out);
            write(consent, out);
        } else if (fact instanceof RecordRemoval removal) {
            head("removal", removal, out);
        } else if (fact instanceof MatchAssertion assertion) {
            head("assertion", assertion, out);
            write(assertion, out);
        }
    }

    static Fact read(In in) {
        return switch (in.text("fact")) {
            case "record" -> record(in);
            case "interaction" -> interaction(in);
            case "consent" -> consent(in);
            case "removal" -> new RecordRemoval(key(in), revision(in));
            case "assertion" -> assertion(in);
            default ->
                throw in.wrong("fact", "One of record, interaction, consent, removal and assertion is expected.");
        };
    }

    /** The interaction of a timeline. */
    static Interaction timed(In in) {
        if (read(in) instanceof Interaction interaction) {
            return interaction;
        }
        throw in.wrong("fact", "An interaction is expected.");
    }

    private static void head(String type, Fact fact, Out out) {
        out.text("fact", type)
                .object("key", fact.key(), SourceJson::write)
                .object("revision", fact.revision(), SourceJson::write);
    }

    private static RecordKey key(In in) {
        return in.object("key", SourceJson::key);
    }

    private static Revision revision(In in) {
        return in.optional("revision", SourceJson::revision).orElse(Revision.UNKNOWN);
    }

    private static void write(SourceRecord record, Out out) {
        out.constant("kind", record.kind(), PartyKind.UNKNOWN)
                .texts("roles", new TreeSet<>(record.roles()))
                .objects("names", record.names(), PartyJson::write)
                .texts(
                        "birthDates",
                        record.birthDates().stream().map(PartialDate::iso).toList())
                .constant("gender", record.gender(), Gender.UNKNOWN)
                .objects("media", record.media(), PartyJson::write)
                .objects("identifiers", record.identifiers(), PartyJson::write)
                .objects("characteristics", record.characteristics(), PartyJson::write);
    }

    private static SourceRecord record(In in) {
        return new SourceRecord(
                key(in),
                revision(in),
                in.constant("kind", PartyKind.class, PartyKind.UNKNOWN),
                Set.copyOf(in.texts("roles")),
                in.objects("names", PartyJson::name),
                in.texts("birthDates").stream().map(PartialDate::parse).toList(),
                in.constant("gender", Gender.class, Gender.UNKNOWN),
                in.objects("media", PartyJson::medium),
                in.objects("identifiers", PartyJson::identifier),
                in.objects("characteristics", PartyJson::characteristic));
    }

    private static void write(Interaction interaction, Out out) {
        out.text("kind", interaction.kind())
                .text("channel", interaction.channel())
                .constant("direction", interaction.direction(), Direction.UNKNOWN)
                .objects("subjects", interaction.subjects(), FactJson::write)
                .text("text", interaction.text());
        if (interaction.amount().isKnown()) {
            out.object("amount", interaction.amount(), SourceJson::write);
        }
        out.objects("references", interaction.references(), FactJson::write)
                .objects("characteristics", interaction.characteristics(), PartyJson::write);
    }

    private static Interaction interaction(In in) {
        return new Interaction(
                key(in),
                revision(in),
                in.text("kind"),
                in.text("channel"),
                in.constant("direction", Direction.class, Direction.UNKNOWN),
                in.objects("subjects", FactJson::subject),
                in.text("text"),
                in.optional("amount", SourceJson::money).orElse(Money.NONE),
                in.objects("references", one -> new Reference(one.text("type"), one.text("value"))),
                in.objects("characteristics", PartyJson::characteristic));
    }

    private static void write(Reference reference, Out out) {
        out.text("type", reference.type()).text("value", reference.value());
    }

    private static void write(ConsentEvent consent, Out out) {
        out.object("subject", consent.subject(), FactJson::write)
                .text("purpose", consent.purpose())
                .text("channel", consent.channel())
                .constant("state", consent.state())
                .flag("authenticated", consent.authenticated())
                .instant("expires", consent.expires(), Instant.MAX)
                .text("evidence", consent.evidence());
    }

    private static ConsentEvent consent(In in) {
        return new ConsentEvent(
                key(in),
                revision(in),
                in.object("subject", FactJson::subject),
                in.text("purpose"),
                in.text("channel"),
                in.constant("state", ConsentState.class),
                in.flag("authenticated"),
                in.instant("expires", Instant.MAX),
                in.text("evidence"));
    }

    private static void write(MatchAssertion assertion, Out out) {
        out.object("a", assertion.a(), SourceJson::write)
                .object("b", assertion.b(), SourceJson::write)
                .constant("verdict", assertion.verdict())
                .text("author", assertion.author())
                .text("reason", assertion.reason());
        if (assertion.basis() != 0) {
            out.text("basis", Long.toHexString(assertion.basis()));
        }
    }

    private static MatchAssertion assertion(In in) {
        return new MatchAssertion(
                key(in),
                revision(in),
                in.object("a", SourceJson::key),
                in.object("b", SourceJson::key),
                in.constant("verdict", Verdict.class),
                in.text("author"),
                in.text("reason"),
                basis(in));
    }

    private static long basis(In in) {
        String text = in.text("basis");
        try {
            return text.isEmpty() ? 0 : Long.parseUnsignedLong(text, 16);
        } catch (NumberFormatException e) {
            throw in.wrong("basis", "Up to sixteen hexadecimal digits are expected.");
        }
    }

    private static void write(Subject subject, Out out) {
        if (subject instanceof Subject.OfRecord of) {
            out.object("record", of.record(), SourceJson::write);
        } else if (subject instanceof Subject.OfIdentifier of) {
            out.text("type", of.type()).text("issuer", of.issuer()).text("value", of.value());
        }
    }

    private static Subject subject(In in) {
        return in.optional("record", SourceJson::key)
                .<Subject>map(Subject.OfRecord::new)
                .orElseGet(() -> new Subject.OfIdentifier(in.text("type"), in.text("issuer"), in.text("value")));
    }
}
