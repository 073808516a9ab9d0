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
        List<Subject> subjects = whole.subjects().stream().filter(this::maySee).toList();
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
        return new TimelineEntry(shown, of(entry.attribution()));
    }

    private Attribution of(Attribution attribution) {
        boolean hidden = attribution instanceof Attribution.ByRecord by && !maySee(by.record());
        return hidden ? new Attribution.ByRecord(RecordKey.WITHHELD) : attribution;
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
