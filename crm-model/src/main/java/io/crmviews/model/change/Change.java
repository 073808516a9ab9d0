package io.crmviews.model.change;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import java.util.List;
import java.util.Set;

/**
 * Something that changed for a customer. It names customers and fields and holds no value, so that a feed of changes
 * has nothing to erase; who wants values asks for the view.
 */
public sealed interface Change {

    /**
     * The customer to look at now; for a removal, the customer that was.
     *
     * @return its id, never null
     */
    CustomerId customer();

    /**
     * A customer came to be.
     *
     * @param customer its id
     */
    record Created(CustomerId customer) implements Change {}

    /**
     * Golden values of a customer changed.
     *
     * @param customer its id
     * @param fields the fields whose winner or values changed; never empty
     */
    record Changed(CustomerId customer, Set<Field> fields) implements Change {

        /** Copies the fields and checks that there are some. */
        public Changed {
            fields = Set.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("A change of values names the fields that changed.");
            }
        }
    }

    /**
     * Customers became one. Their ids resolve to the one that stays.
     *
     * @param from the ids that retired, in order; never empty
     * @param into the id that stays
     */
    record Merged(List<CustomerId> from, CustomerId into) implements Change {

        /** Sorts the ids and checks that there are some. */
        public Merged {
            from = from.stream().sorted().toList();
            if (from.isEmpty() || from.contains(into)) {
                throw new IllegalArgumentException("A merge retires at least one id, and not the one that stays.");
            }
        }

        @Override
        public CustomerId customer() {
            return into;
        }
    }

    /**
     * One customer became several. Ids that a merge had retired revive.
     *
     * @param from the id that was split and stays with its oldest record
     * @param into the ids of the other parts, in order; never empty
     */
    record Split(CustomerId from, List<CustomerId> into) implements Change {

        /** Sorts the ids and checks that there are some. */
        public Split {
            into = into.stream().sorted().toList();
            if (into.isEmpty() || into.contains(from)) {
                throw new IllegalArgumentException("A split names at least one other part.");
            }
        }

        @Override
        public CustomerId customer() {
            return from;
        }
    }

    /**
     * A customer has no record any more.
     *
     * @param customer the id that was
     */
    record Removed(CustomerId customer) implements Change {}
}
