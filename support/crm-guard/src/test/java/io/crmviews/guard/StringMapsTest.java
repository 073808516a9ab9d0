package io.crmviews.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StringMapsTest {
    @Test
    void onlyChannelRecordsCarryUntypedData() {
        assertThat(Allowances.of("string-maps").judge(StringMaps.findings(CompiledCode.published())))
                .isEmpty();
    }

    @Test
    void untypedDataIsFoundInReturnsParametersAndNestedInOtherTypes() {
        assertThat(StringMaps.findings(CompiledCode.fixture("signature")))
                .extracting(Finding::message)
                .allMatch(it -> it.startsWith("io.crmviews.guard.fixture.signature.UntypedFixture."))
                .hasSize(3);
    }
}
