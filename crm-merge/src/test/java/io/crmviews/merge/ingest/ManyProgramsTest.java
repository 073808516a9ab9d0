package io.crmviews.merge.ingest;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** The laws of {@link ProgramsTest} and {@link OrderFreeTest} for many more programs. */
@Tag("proofs")
class ManyProgramsTest {

    @Provide
    Arbitrary<Program> programs() {
        return Program.any();
    }

    @Property(tries = 20_000)
    void anyProgramEndsInThePlainResolution(
            @ForAll("programs") Program program,
            @ForAll @IntRange(min = 2, max = 7) int cap,
            @ForAll @IntRange(min = 2, max = 7) int otherCap,
            @ForAll @IntRange(max = 3) int whole,
            @ForAll @IntRange(max = 30) int declared) {
        ProgramsTest.check(program, cap, otherCap, whole, declared);
    }

    @Property(tries = 20_000)
    void anyOrderAndAnyBatchesEndInThePlainResolution(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int batch,
            @ForAll @IntRange(min = 2, max = 9) int cap) {
        OrderFreeTest.check(seed, batch, cap);
    }
}
