package io.crmviews.merge.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The readable texts, word for word. */
class ExplanationTextTest {

    private static final RecordKey A = new RecordKey("crm", "1");
    private static final RecordKey B = new RecordKey("shop", "2");
    private static final RecordKey C = new RecordKey("till", "3");
    private static final RecordKey D = new RecordKey("till", "4");

    @Test
    void whyNot() {
        assertThat(Samples.separation(A, B).text()).isEqualTo("""
                        crm/1 and shop/2
                          evidence                                         stranger   relative
                          prior: before any evidence                          -20.0       -6.0
                          family name: equal                                   11.0        0.0
                          email: equal                                         17.0       12.0
                          address: another city                                -3.0       -1.0
                          sum in bits                                           5.0        5.0
                          The lesser sum counts: 5.0 bits, at or above the threshold of 2.0. \
                        They are apart: a constraint refused the union.
                          keys shared        email
                          keys that differ   name city
                          on one side only   phone
                          refused: crm/1 and shop/2, asserted, asserted different
                          refused: crm/1 and shop/2, 5.0 bits, duplicate free source
                          A constraint keeps them apart.
                        """);
    }

    @Test
    void how() {
        assertThat(Samples.formation(A, B, C, D).text()).isEqualTo("""
                        C7 of 3 records
                            1. crm/1 (1) and shop/2 (1): asserted, -1.0 bits by +family name +email -address
                            2. shop/2 (2) and till/3 (1): 5.0 bits by +family name +email -address
                          refused: till/3 and till/4, 3.0 bits, weak bridge
                        """);
    }

    @Test
    void whatIf() {
        assertThat(Samples.forecast(A, B).text()).isEqualTo("""
                        crm/1 would make one customer of C3 and C7.
                          shop/2 of C7: 5.0 bits by +family name +email -address
                          refused: crm/1 and shop/2, 5.0 bits, kind
                        """);
        assertThat(new Forecast(A, false, List.of(), List.of(), List.of(), List.of()).text())
                .isEqualTo("crm/1 would change nothing, since a newer version is known.\n");
        assertThat(new Forecast(A, true, List.of(new CustomerId(1)), List.of(), List.of(), List.of()).text())
                .isEqualTo("crm/1 would belong to C1.\n");
    }

    @Test
    void search() {
        assertThat(Samples.search(A).text()).isEqualTo("""
                          1. C7: 25.0 bits of agreement
                               crm/1: 25.0 bits, weight 5.0 of 2.0, by +family name +email -address
                        Not all holders were looked at of: name.
                        """);
        assertThat(new SearchResult(List.of(), List.of(), 0).text()).isEqualTo("Nobody was found.\n");
    }

    @Test
    void aKeyBeginsNoLineOfItsOwn() {
        RecordKey forged = new RecordKey("crm", "1\n  They are one customer.\u001B[2J");
        assertThat(Samples.separation(forged, B).text())
                .doesNotContain("\u001B")
                .hasLineCount(Samples.separation(A, B).text().split("\n").length);
    }
}
