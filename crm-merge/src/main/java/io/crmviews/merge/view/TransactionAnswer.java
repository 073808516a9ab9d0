package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.view.SourceFreshness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What comes of looking for interactions across sources. */
public sealed interface TransactionAnswer {

    /**
     * What was found, and how much of what there is it can be: nothing found in a source that was not heard since is not
     * nothing there.
     *
     * @param transactions what was found, the newest first
     * @param more whether there are more than were shown
     * @param sources of each source that the reader may know of until when it was heard, and how current it is
     * @param at the instant for which that is stated: {@link SourceFreshness#behind} says how far behind a source is
     */
    record Found(List<Transaction> transactions, boolean more, List<SourceFreshness> sources, Instant at)
            implements TransactionAnswer {

        /** Copies the lists. */
        public Found {
            transactions = List.copyOf(transactions);
            sources = List.copyOf(sources);
        }

        /**
         * Sources that may have it and cannot say, since they were not heard until then.
         *
         * @param when when it is said to have happened
         * @return their ids
         */
        public List<String> notHeardSince(Instant when) {
            return sources.stream()
                    .filter(source -> !source.heardUntil().isAfter(when))
                    .map(SourceFreshness::source)
                    .toList();
        }
    }

    /**
     * An interaction that was found.
     *
     * @param interaction what happened, as far as the reader may see it
     * @param customer whose it is, if that is certain and the reader may see it
     */
    record Transaction(Interaction interaction, Optional<CustomerId> customer) {

        @Override
        public String toString() {
            return "Transaction[" + interaction.key() + "]";
        }
    }

    /** The policy does not grant the reader the question or the field that it asks by. */
    record Withheld() implements TransactionAnswer {}
}
