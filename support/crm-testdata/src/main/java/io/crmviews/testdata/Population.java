package io.crmviews.testdata;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented customers and what six channels say of them. Immutable and thread-safe; made anew from the seed whenever it
 * is streamed, a hundred customers at a time, so that a million need no more memory than a hundred. The same arguments
 * give the same facts on every machine, and a larger population begins with the smaller one.
 *
 * @param customers how many customers, 1 to 30,000,000
 * @param seed the seed
 */
public record Population(int customers, long seed) {

    private static final int MOST = 30_000_000;

    /** Checks the number of customers. */
    public Population {
        if (customers < 1 || customers > MOST) {
            throw new IllegalArgumentException("A population has 1 to " + MOST + " customers, not " + customers + ".");
        }
    }

    /**
     * All records, then all interactions and consent events of every hundred customers.
     *
     * @return a lazy stream, in a fixed order that follows the customers
     */
    public Stream<Told> facts() {
        return told((customer, accounts) -> {
            List<Told> all = new ArrayList<>(accounts);
            all.addAll(events(customer, accounts));
            return all;
        });
    }

    /**
     * What one channel says.
     *
     * @param at the channel
     * @return a lazy stream of its records, interactions and consent events; as expensive as {@link #facts()}
     */
    public Stream<Told> facts(Touchpoint at) {
        return facts().filter(told -> told.fact().key().source().equals(at.id()));
    }

    /**
     * The records alone.
     *
     * @return a lazy stream, each {@link Told#fact()} a {@link SourceRecord}
     */
    public Stream<Told> records() {
        return told((customer, accounts) -> accounts);
    }

    /**
     * All facts without their truth, as an engine takes them.
     *
     * @return the facts in the order of {@link #facts()}; all in memory
     */
    public List<Fact> factList() {
        return facts().map(Told::fact).toList();
    }

    /** The true customers in the order of their numbers. */
    Stream<Customer> people() {
        int neighbourhoods = (customers + Neighbourhood.SIZE - 1) / Neighbourhood.SIZE;
        return IntStream.range(0, neighbourhoods)
                .boxed()
                .flatMap(index -> Neighbourhood.customers(seed, index).stream())
                .limit(customers);
    }

    private Stream<Told> told(BiFunction<Customer, List<Told>, List<Told>> part) {
        return people().flatMap(customer -> part.apply(customer, accounts(customer)).stream());
    }

    private List<Told> events(Customer customer, List<Told> accounts) {
        List<Told> events = new ArrayList<>(Story.of(seed, customer, accounts));
        for (Touchpoint at : Touchpoint.asking()) {
            accounts.stream()
                    .filter(account -> account.fact().key().source().equals(at.id()))
                    .forEach(account -> events.addAll(Consents.of(seed, at, account)));
        }
        return events;
    }

    private List<Told> accounts(Customer customer) {
        Dice dice = Dice.of(seed, 5, customer.number());
        List<Told> accounts = new ArrayList<>();
        for (Touchpoint at : Touchpoint.values()) {
            boolean possible = at != Touchpoint.FORUM || !customer.isOrganization();
            if (possible && dice.chance(at.habits().joins())) {
                accounts.add(Account.of(seed, at, customer, 0));
                if (dice.chance(at.habits().again())) {
                    accounts.add(Account.of(seed, at, customer, 1));
                }
            }
        }
        if (accounts.isEmpty()) {
            accounts.add(Account.of(seed, dice.pick(List.of(Touchpoint.BRANCH, Touchpoint.WEB)), customer, 0));
        }
        return accounts;
    }
}
