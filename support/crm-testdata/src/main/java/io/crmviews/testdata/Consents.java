package io.crmviews.testdata;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one account allows, over time: asked once for each way of contact, and sometimes changed later. */
final class Consents {

    private static final List<String> WAYS = List.of("email", "phone", "post");
    private static final Instant END =
            Neighbourhood.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final double ASKED = 0.7;
    private static final double GIVEN = 0.6;
    private static final double CHANGED = 0.25;

    private Consents() {}

    /** The consent events of an account, none where its channel does not ask. */
    static List<Told> of(long seed, Touchpoint at, Told account) {
        List<Told> events = new ArrayList<>();
        if (!Touchpoint.asking().contains(at)) {
            return events;
        }
        Dice dice = Dice.of(seed, 4, account.fact().key().key().hashCode(), account.customer());
        Instant asked = account.fact().revision().occurredAt();
        for (String way : WAYS) {
            if (dice.chance(ASKED)) {
                boolean given = dice.chance(GIVEN);
                events.add(event(at, account, way, 0, given ? ConsentState.GIVEN : ConsentState.REFUSED, asked));
                Instant later = asked.plus(Duration.ofDays(dice.between(5, 400)));
                if (dice.chance(CHANGED) && later.isBefore(END)) {
                    ConsentState now = given ? ConsentState.WITHDRAWN : ConsentState.GIVEN;
                    events.add(event(at, account, way, 1, now, later));
                }
            }
        }
        return events;
    }

    private static Told event(Touchpoint at, Told account, String way, int turn, ConsentState state, Instant time) {
        RecordKey subject = account.fact().key();
        RecordKey key = new RecordKey(
                at.id(),
                "K" + subject.key().substring(1) + way.toUpperCase(Locale.ROOT).charAt(1) + turn);
        ConsentEvent event = new ConsentEvent(
                key,
                Revision.occurred(time),
                new Subject.OfRecord(subject),
                "marketing",
                way,
                state,
                at == Touchpoint.WEB,
                Instant.MAX,
                "");
        return new Told(event, account.customer(), Set.of());
    }
}
