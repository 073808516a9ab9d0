package io.crmviews.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.testdata.FebrlPeople.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FebrlPeopleTest {

    private static final List<Row> ROWS = FebrlPeople.rows(5_000, 9).toList();

    @Test
    void theTableHasTheRowsAndColumnsAskedFor() {
        assertThat(ROWS).hasSize(5_000);
        assertThat(ROWS).allMatch(row -> row.values().size() == FebrlPeople.COLUMNS.size());
        assertThat(ROWS).extracting(row -> row.values().get(0)).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSameRows() {
        assertThat(FebrlPeople.rows(500, 9).toList()).isEqualTo(ROWS.subList(0, 500));
        assertThat(FebrlPeople.rows(500, 8).toList()).isNotEqualTo(ROWS.subList(0, 500));
    }

    @Test
    void eachPersonHasOneOriginalAndAtMostFiveDuplicatesWithErrors() {
        Map<Integer, List<Row>> people = ROWS.stream().collect(Collectors.groupingBy(Row::person));

        assertThat(people.values()).allSatisfy(rows -> {
            assertThat(rows).hasSizeLessThanOrEqualTo(6);
            assertThat(rows.stream().filter(Row::original)).hasSize(1);
        });
        assertThat(ROWS.stream().filter(Row::original)).hasSizeBetween(2_000, 3_000);
    }

    @Test
    void theIdentityNumberOfAnOriginalIsUnique() {
        assertThat(ROWS.stream()
                        .filter(Row::original)
                        .map(row -> row.values().get(10))
                        .filter(id -> !id.isEmpty()))
                .doesNotHaveDuplicates();
    }
}
