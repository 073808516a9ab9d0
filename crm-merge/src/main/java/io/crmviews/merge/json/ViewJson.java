package io.crmviews.merge.json;

import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.EffectiveConsent;
import io.crmviews.model.view.Freshness;
import io.crmviews.model.view.MemberRecord;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.model.view.TimelinePage;
import java.time.Instant;
import java.util.stream.Collectors;

/** Customer views. */
final class ViewJson {

    private ViewJson() {}

    static void write(CustomerView view, Out out) {
        out.text("id", view.id().toString())
                .number("position", view.position(), -1)
                .object("profile", view.profile(), ProfileJson::write)
                .objects("records", view.records(), ViewJson::write)
                .object("timeline", view.timeline(), ViewJson::write)
                .objects("consents", view.consents(), ViewJson::write)
                .objects("freshness", view.freshness(), ViewJson::write)
                .texts(
                        "withheld",
                        view.withheld().stream().sorted().map(Field::toString).toList());
    }

    static CustomerView read(In in) {
        return new CustomerView(
                CustomerId.parse(in.text("id")),
                in.number("position", -1),
                in.object("profile", ProfileJson::read),
                in.objects("records", ViewJson::record),
                in.object("timeline", ViewJson::timeline),
                in.objects("consents", ViewJson::consent),
                in.objects("freshness", ViewJson::freshness),
                in.texts("withheld").stream().map(Field::parse).collect(Collectors.toSet()));
    }

    private static void write(MemberRecord record, Out out) {
        out.object("key", record.key(), SourceJson::write)
                .text("id", record.id().toString())
                .object("revision", record.revision(), SourceJson::write);
    }

    private static MemberRecord record(In in) {
        return new MemberRecord(
                in.object("key", SourceJson::key),
                CustomerId.parse(in.text("id")),
                in.optional("revision", SourceJson::revision).orElse(Revision.UNKNOWN));
    }

    private static void write(TimelinePage page, Out out) {
        out.objects("entries", page.entries(), ViewJson::write).text("continuation", page.continuation());
    }

    private static TimelinePage timeline(In in) {
        return new TimelinePage(in.objects("entries", ViewJson::entry), in.text("continuation"));
    }

    private static void write(TimelineEntry entry, Out out) {
        out.<Fact>object("interaction", entry.interaction(), FactJson::write)
                .object("attribution", entry.attribution(), ViewJson::write);
    }

    private static TimelineEntry entry(In in) {
        return new TimelineEntry(
                in.object("interaction", FactJson::timed), in.object("attribution", ViewJson::attribution));
    }

    private static void write(Attribution attribution, Out out) {
        if (attribution instanceof Attribution.ByRecord by) {
            out.text("by", "record").object("record", by.record(), SourceJson::write);
        } else if (attribution instanceof Attribution.ByIdentifier by) {
            out.text("by", "identifier").text("type", by.type());
        } else if (attribution instanceof Attribution.Possibly by) {
            out.text("by", "possibly").text("type", by.type()).number("customers", by.customers(), 0);
        }
    }

    private static Attribution attribution(In in) {
        return switch (in.text("by")) {
            case "record" -> new Attribution.ByRecord(in.object("record", SourceJson::key));
            case "identifier" -> new Attribution.ByIdentifier(in.text("type"));
            case "possibly" ->
                new Attribution.Possibly(in.text("type"), (int) Math.min(Integer.MAX_VALUE, in.number("customers", 0)));
            default -> throw in.wrong("by", "One of record, identifier and possibly is expected.");
        };
    }

    private static void write(EffectiveConsent consent, Out out) {
        out.text("purpose", consent.purpose())
                .text("channel", consent.channel())
                .flag("permitted", consent.permitted())
                .constant("state", consent.state())
                .object("decidedBy", consent.decidedBy(), SourceJson::write)
                .instant("since", consent.since(), Instant.MIN)
                .instant("expires", consent.expires(), Instant.MAX);
    }

    private static EffectiveConsent consent(In in) {
        return new EffectiveConsent(
                in.text("purpose"),
                in.text("channel"),
                in.flag("permitted"),
                in.constant("state", ConsentState.class),
                in.object("decidedBy", SourceJson::key),
                in.instant("since", Instant.MIN),
                in.instant("expires", Instant.MAX));
    }

    private static void write(SourceFreshness freshness, Out out) {
        out.text("source", freshness.source())
                .constant("state", freshness.state())
                .instant("heardUntil", freshness.heardUntil(), Instant.MIN);
    }

    private static SourceFreshness freshness(In in) {
        return new SourceFreshness(
                in.text("source"), in.constant("state", Freshness.class), in.instant("heardUntil", Instant.MIN));
    }
}
