package io.crmviews.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.spi.channel.ChannelConnector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit tests itself: each broken connector fails the case that is there for it, which the sound one passes. */
class MutantsTest {

    /** The mutant on trial; of the one thread that runs these tests. */
    private static Mutation onTrial = Mutation.NONE;

    /** The kit for the mutant on trial; run by the tests below only. */
    static final class Trial extends ConnectorKit {
        @Override
        public ChannelConnector connector() {
            return onTrial.ofAForgetfulChannel() ? new ForgetfulToyConnector() : new ToyConnector();
        }

        @Override
        protected ConnectorFixture fixture(Path scratch) throws IOException {
            return new ToyFixture(scratch, onTrial);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Mutation.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void eachMutantFailsItsCase(Mutation mutation) {
        assertThat(verdict(mutation)).isEqualTo(TestExecutionResult.Status.FAILED);
    }

    @Test
    void eachNamedCaseExists() {
        List<String> cases = Arrays.stream(ConnectorKit.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(java.lang.reflect.Method::getName)
                .toList();
        assertThat(cases).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Mutation.values())
                        .filter(it -> it != Mutation.NONE)
                        .map(it -> it.caughtBy))
                .isSubsetOf(cases);
    }

    private static TestExecutionResult.Status verdict(Mutation mutation) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectMethod(Trial.class, mutation.caughtBy))
                .build();
        Verdict verdict = new Verdict();
        onTrial = mutation;
        ToyConnector.described = mutation;
        // Broken connectors let many a case wait in vain.
        System.setProperty("crm.kit.patience", "2");
        try {
            LauncherFactory.create().execute(request, verdict);
        } finally {
            System.clearProperty("crm.kit.patience");
            onTrial = Mutation.NONE;
            ToyConnector.described = Mutation.NONE;
        }
        return verdict.status;
    }

    /** Hears how the one case ended. */
    private static final class Verdict implements TestExecutionListener {
        private TestExecutionResult.Status status = TestExecutionResult.Status.ABORTED;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                status = result.getStatus();
            }
        }
    }
}
