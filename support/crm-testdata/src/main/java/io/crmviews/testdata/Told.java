package io.crmviews.testdata;

import io.crmviews.model.fact.Fact;
import java.util.Set;

/**
 * What a channel said, with the truth that no channel knows.
 *
 * @param fact the fact, as messy as the channel
 * @param customer the number of the true customer, from 0
 * @param phenomena what went wrong in this fact, and what is special about its customer
 */
public record Told(Fact fact, int customer, Set<Phenomenon> phenomena) {

    /** Copies the set. */
    public Told {
        phenomena = Set.copyOf(phenomena);
    }

    @Override
    public String toString() {
        return "Told[" + fact.key() + " of " + customer + "]";
    }
}
