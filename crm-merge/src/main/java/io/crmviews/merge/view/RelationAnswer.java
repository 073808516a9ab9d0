package io.crmviews.merge.view;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.view.Relation;
import io.crmviews.model.view.TimelineEntry;
import java.util.List;

/** What comes of asking for relations. */
public sealed interface RelationAnswer {

    /**
     * How a customer is related to others.
     *
     * @param relations the relations, in their order; as far as the reader may see both sides and the reason
     */
    record Related(List<Relation> relations) implements RelationAnswer {

        /** Copies the list. */
        public Related {
            relations = List.copyOf(relations);
        }
    }

    /**
     * What happened with an organisation, what belongs to it, and all of their people.
     *
     * @param people the customers whose interactions these are, the organisation itself included, ascending
     * @param entries the interactions, the newest first; one of several customers comes once for each
     * @param complete whether these are all
     */
    record Account(List<CustomerId> people, List<AccountEntry> entries, boolean complete) implements RelationAnswer {

        /** Copies the lists. */
        public Account {
            people = List.copyOf(people);
            entries = List.copyOf(entries);
        }
    }

    /**
     * An interaction with one of an account's people.
     *
     * @param who the customer
     * @param entry the interaction
     */
    record AccountEntry(CustomerId who, TimelineEntry entry) {

        @Override
        public String toString() {
            return "AccountEntry[" + who + "]";
        }
    }

    /** The reader may not ask for views, or may see no record of this customer. */
    record Withheld() implements RelationAnswer {}
}
