package io.crmviews.merge.ingest;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import java.util.Set;
import java.util.TreeSet;

/** The identifiers of facts as keyed hashes. Pure. */
final class Identifiers {

    /** National and international spellings of a number agree in their last nine digits, and hardly any two numbers do. */
    private static final int LAST_DIGITS = 9;

    private Identifiers() {}

    /** Of a fact, whatever it states or names. */
    static Set<String> hashes(Fact fact, ErasureKey key) {
        Set<String> hashes = new TreeSet<>();
        if (fact instanceof SourceRecord record) {
            add(Normaliser.features(record), key, hashes);
        } else if (fact instanceof Interaction interaction) {
            interaction.subjects().forEach(subject -> add(subject, key, hashes));
        } else if (fact instanceof ConsentEvent consent) {
            add(consent.subject(), key, hashes);
        }
        return hashes;
    }

    /** Of an identifier; none if it is a placeholder or malformed. */
    static Set<String> hashes(Subject.OfIdentifier identifier, ErasureKey key) {
        Set<String> hashes = new TreeSet<>();
        add(identifier, key, hashes);
        return hashes;
    }

    private static void add(Subject subject, ErasureKey key, Set<String> to) {
        if (subject instanceof Subject.OfIdentifier identifier) {
            add(Subjects.features(identifier), key, to);
        }
    }

    private static void add(Features features, ErasureKey key, Set<String> to) {
        features.emails().forEach(email -> to.add(key.hash("email", email.local() + "@" + email.domain())));
        features.phones().forEach(phone -> to.add(key.hash("phone", lastDigits(phone.digits()))));
        features.ids().forEach(id -> to.add(key.hash("id:" + id.type(), id.value())));
        features.traits().stream()
                .filter(Features.Trait::isMedium)
                .forEach(trait -> to.add(key.hash("medium:" + trait.name(), trait.value())));
    }

    private static String lastDigits(String digits) {
        return digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
    }
}
