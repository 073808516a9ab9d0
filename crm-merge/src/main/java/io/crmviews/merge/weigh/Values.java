package io.crmviews.merge.weigh;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.model.party.PartialDate;
import java.util.List;

/** The hashes by which values are counted and looked up. */
final class Values {

    private Values() {}

    static long birth(PartialDate date) {
        return Hashing.mix(date.packed());
    }

    static long local(Features.Email email) {
        return Hashing.of(email.local());
    }

    /** An organisation's name as a whole, legal forms and what follows them aside; 0 for none or a common word. */
    static long organization(List<Word> words) {
        long sum = 0;
        int names = 0;
        for (Word word : words) {
            if (word.role() == Role.ORGANIZATION || word.role() == Role.COMMON) {
                sum += Hashing.mix(word.hash());
                names += word.role() == Role.COMMON ? 1 : 2;
            }
        }
        return names > 1 ? sum : 0;
    }

    static long text(String text) {
        return Hashing.of(text);
    }
}
