package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.util.List;

/** Takes out of an interaction whom it is about, where the reader may not see that record or identifier. */
final class Redaction {

    private final AccessPolicy policy;
    private final Reader reader;

    Redaction(AccessPolicy policy, Reader reader) {
        this.policy = policy;
        this.reader = reader;
    }

    TimelineEntry of(TimelineEntry entry) {
        Interaction whole = entry.interaction();
        boolean unnamed = isUnnamed(entry.attribution());
        List<Subject> subjects = whole.subjects().stream()
                .filter(subject -> !(unnamed && subject instanceof Subject.OfIdentifier) && maySee(subject))
                .toList();
        Interaction shown = new Interaction(
                whole.key(),
                whole.revision(),
                whole.kind(),
                whole.channel(),
                whole.direction(),
                subjects,
                whole.text(),
                whole.amount(),
                whole.references(),
                whole.characteristics());
        return new TimelineEntry(shown, of(entry.attribution(), subjects));
    }

    /** Only hidden records hold the identifier: naming any would say what they hold. */
    private static boolean isUnnamed(Attribution attribution) {
        return attribution instanceof Attribution.ByIdentifier by && by.type().equals(Attribution.WITHHELD);
    }

    private Attribution of(Attribution attribution, List<Subject> shown) {
        if (attribution instanceof Attribution.ByRecord by) {
            return maySee(by.record()) ? by : new Attribution.ByRecord(RecordKey.WITHHELD);
        }
        if (attribution instanceof Attribution.ByIdentifier by) {
            return names(shown, by.type()) ? by : new Attribution.ByIdentifier(Attribution.WITHHELD);
        }
        Attribution.Possibly possibly = (Attribution.Possibly) attribution;
        return names(shown, possibly.type())
                ? possibly
                : new Attribution.Possibly(Attribution.WITHHELD, possibly.customers());
    }

    private static boolean names(List<Subject> subjects, String type) {
        return subjects.stream()
                .anyMatch(subject ->
                        subject instanceof Subject.OfIdentifier of && of.type().equals(type));
    }

    private boolean maySee(Subject subject) {
        if (subject instanceof Subject.OfRecord of) {
            return maySee(of.record());
        }
        Subject.OfIdentifier of = (Subject.OfIdentifier) subject;
        return policy.permits(reader, new Access.ToField(Viewer.field(of)));
    }

    private boolean maySee(RecordKey record) {
        return policy.permits(reader, new Access.ToSource(record.source()));
    }
}
