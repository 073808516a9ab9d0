package io.crmviews.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.bench.ProfileMerge.Winner;
import io.crmviews.bench.Profiles.Customer;
import io.crmviews.merge.golden.Golden;
import io.crmviews.merge.golden.PreparedRecord;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContendersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 32})
    void allContendersFindTheSameWinners(int records) {
        for (Customer customer : Profiles.customers(500, records, 3)) {
            SortedMap<String, Winner> expected = plainly(customer);
            for (ProfileMerge<?, ?> contender : ProfileMerge.contenders()) {
                assertThat(winners(contender, customer))
                        .as(contender.getClass().getSimpleName())
                        .isEqualTo(expected);
            }
        }
    }

    private static <R, M> SortedMap<String, Winner> winners(ProfileMerge<R, M> contender, Customer customer) {
        R records = contender.prepare(customer);
        return contender.winners(records, contender.merge(records));
    }

    /** The rules once more, as one would say them. */
    private static SortedMap<String, Winner> plainly(Customer customer) {
        SortedMap<String, Winner> winners = new TreeMap<>();
        for (int field = 0; field < Profiles.FIELDS.size(); field++) {
            int place = field;
            customer.stated().stream()
                    .flatMap(List::stream)
                    .filter(said -> said.field() == place)
                    .reduce((one, other) -> other.beats(one) ? other : one)
                    .ifPresent(said ->
                            winners.put(Profiles.FIELDS.get(place).toString(), new Winner(said.text(), said.record())));
        }
        return winners;
    }

    @Test
    void theWinnersComeFromManyRecordsAndSomeRanksAreEqual() {
        Set<String> from = new HashSet<>();
        int equal = 0;
        for (Customer customer : Profiles.customers(500, 8, 3)) {
            plainly(customer).values().forEach(winner -> from.add(winner.record()));
            for (int field = 0; field < Profiles.FIELDS.size(); field++) {
                int place = field;
                List<Long> ranks = customer.stated().stream()
                        .flatMap(List::stream)
                        .filter(said -> said.field() == place)
                        .map(Profiles.Stated::rank)
                        .toList();
                equal += ranks.size() - (int) ranks.stream().distinct().count();
            }
        }
        assertThat(from).hasSizeGreaterThan(20);
        assertThat(equal).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 32})
    void anArrivalGivesWhatAWholeMergeGives(int records) {
        LibraryMerge library = new LibraryMerge();
        LimitMerge limit = new LimitMerge();
        for (Customer customer : Workloads.customers(records + 1)) {
            List<PreparedRecord> all = library.prepare(customer);
            Golden arrived = library.arrive(library.merge(all.subList(0, records)), all);
            assertThat(library.winners(all, arrived)).isEqualTo(plainly(customer));
            LimitMerge.Row[] rows = limit.prepare(customer);
            LimitMerge.Running running = limit.running(Arrays.copyOf(rows, records));
            assertThat(limit.winners(rows, limit.arrive(running, rows).merged()))
                    .isEqualTo(plainly(customer));
        }
    }

    @Test
    void theLoserWinsNothing() {
        LibraryMerge library = new LibraryMerge();
        for (Customer customer : Workloads.customers(8)) {
            List<PreparedRecord> all = library.prepare(Profiles.withLoser(customer));
            Golden before = library.merge(all.subList(0, 8));
            assertThat(library.winners(all, library.arrive(before, all))).isEqualTo(plainly(customer));
        }
    }
}
