package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private final Allowances allowances = Allowances.parse("# why\n a.B  it is dense\n\n");

    @Test
    void aFindingWithAnEntryPasses() {
        assertThat(allowances.judge(List.of(new Finding("a.B", "too long")))).isEmpty();
    }

    @Test
    void aFindingWithoutAnEntryFails() {
        assertThat(allowances.judge(List.of(new Finding("a.B", "too long"), new Finding("a.C", "too long"))))
                .containsExactly("a.C: too long");
    }

    @Test
    void anEntryThatIsNoLongerNeededFails() {
        assertThat(allowances.judge(List.of())).singleElement().asString().startsWith("a.B: this allowance");
    }

    @Test
    void anEntryNeedsAReason() {
        assertThatThrownBy(() -> Allowances.parse("a.B")).hasMessageContaining("gives no reason");
    }
}
