package io.crmviews.examples.quickstart;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.EffectiveConsent;
import io.crmviews.model.view.MemberRecord;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelineEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a customer view: who this is and which record says so, what happened, what is allowed, how fresh it is. */
final class ViewText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_TIMELINE = 15;

    private final Page page;
    private final CustomerView view;

    ViewText(Page page, CustomerView view) {
        this.page = page;
        this.view = view;
    }

    void print() {
        page.line("Customer %s, made of %d records:", view.id(), view.records().size());
        records();
        page.gap();
        page.line("Who this is, and the record that each value comes from:");
        values();
        page.gap();
        page.line("What happened in all channels, the newest first:");
        timeline();
        page.gap();
        page.line("What the customer allows:");
        consents();
        page.gap();
        page.line("How fresh the sources are:");
        freshness();
    }

    private void records() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("record", "last changed at its source"));
        for (MemberRecord record : view.records()) {
            rows.add(List.of(record.key().toString(), minute(record.revision().occurredAt())));
        }
        page.table(rows);
    }

    private void values() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("field", "value", "from record", "chosen by"));
        for (GoldenField field : view.profile().fields()) {
            for (GoldenValue value : field.values()) {
                boolean first = value.equals(field.winner());
                rows.add(List.of(
                        first ? field.field().toString() : "",
                        value.text(),
                        value.record().toString(),
                        first ? field.rule() : ""));
            }
        }
        page.table(rows);
    }

    private void timeline() {
        List<TimelineEntry> entries = view.timeline().entries();
        if (entries.isEmpty()) {
            page.line("  nothing yet");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("when (UTC)", "channel", "what", "details", "known by"));
        entries.stream().limit(LONGEST_TIMELINE).forEach(entry -> rows.add(row(entry)));
        page.table(rows);
        if (entries.size() > LONGEST_TIMELINE) {
            page.line("  ... and %d more", entries.size() - LONGEST_TIMELINE);
        }
    }

    private static List<String> row(TimelineEntry entry) {
        Interaction what = entry.interaction();
        return List.of(minute(what.revision().occurredAt()), what.channel(), what.kind(), details(what), known(entry));
    }

    private static String details(Interaction what) {
        List<String> parts = new ArrayList<>();
        what.characteristics().forEach(each -> parts.add(each.value()));
        if (what.amount().isKnown()) {
            parts.add(what.amount().amount().setScale(2).toPlainString() + " "
                    + what.amount().currency());
        }
        if (!what.text().isEmpty()) {
            parts.add("\"" + what.text() + "\"");
        }
        what.references().forEach(each -> parts.add(each.type() + " " + each.value()));
        return String.join(", ", parts);
    }

    private static String known(TimelineEntry entry) {
        if (entry.attribution() instanceof Attribution.ByRecord by) {
            return "account " + by.record();
        }
        if (entry.attribution() instanceof Attribution.ByIdentifier by) {
            return "its " + by.type() + ", this customer's alone";
        }
        if (entry.attribution() instanceof Attribution.Possibly possibly) {
            return "possibly: one of " + possibly.customers() + " with that " + possibly.type();
        }
        return "";
    }

    private void consents() {
        if (view.consents().isEmpty()) {
            page.line("  nothing, for nobody ever asked");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("purpose", "contact by", "allowed", "because it was", "on", "event"));
        for (EffectiveConsent consent : view.consents()) {
            rows.add(List.of(
                    consent.purpose(),
                    consent.channel().isEmpty() ? "any other way" : consent.channel(),
                    consent.permitted() ? "yes" : "no",
                    consent.state().name().toLowerCase(Locale.ROOT),
                    minute(consent.since()),
                    consent.decidedBy().toString()));
        }
        page.table(rows);
    }

    private void freshness() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("source", "state", "heard completely until"));
        for (SourceFreshness source : view.freshness()) {
            rows.add(List.of(
                    source.source(), source.state().name().toLowerCase(Locale.ROOT), minute(source.heardUntil())));
        }
        page.table(rows);
    }

    private static String minute(Instant time) {
        return time.equals(Instant.MIN) ? "-" : MINUTE.format(time);
    }
}
