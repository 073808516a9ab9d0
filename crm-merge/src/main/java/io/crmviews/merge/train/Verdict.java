package io.crmviews.merge.train;

import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides of each level whether what was learnt is used, and of the whole whether training helps. */
final class Verdict {

    private static final double MOST_DISAGREEMENT = 2;
    private static final double WORTH_MOVING = 0.5;
    private static final double ENOUGH_OF_LEVEL = 10;
    private static final long LEAST_RECORDS = 1_000;
    private static final double LEAST_MATCHES = 200;
    private static final double MOST_DRIFT = 1.25;

    private final Model calibrated;
    private final ExpectationMaximization em;
    private final long records;
    private final List<TrainedLevel> levels = new ArrayList<>();

    Verdict(Model calibrated, ExpectationMaximization em, long records) {
        this.calibrated = calibrated;
        this.em = em;
        this.records = records;
        LevelCounts[] byWay = em.byWay();
        for (Level level : Level.values()) {
            levels.add(judge(level, byWay));
        }
    }

    Trained trained() {
        Parameters parameters = calibrated.parameters();
        for (TrainedLevel level : levels) {
            parameters = parameters.with(level.parameter(), level.used(), level.origin());
        }
        List<String> doubts = doubts();
        TrainingReport report = new TrainingReport(
                records, em.pairs(), em.matches, em.rounds, em.converged, doubts.isEmpty(), doubts, levels);
        return new Trained(calibrated, calibrated.with(parameters), report);
    }

    private TrainedLevel judge(Level level, LevelCounts[] byWay) {
        String reason = reasonToKeep(level, byWay);
        boolean kept = !reason.isEmpty();
        boolean few = em.matching.at(level) < ENOUGH_OF_LEVEL;
        Origin origin = kept ? Origin.NOT_ESTIMATED : few ? Origin.SMOOTHED : Origin.ESTIMATED;
        double shipped = em.shippedBits(level);
        return new TrainedLevel(
                level.parameter(),
                origin,
                shipped,
                em.best(level),
                kept ? shipped : em.learnt(level),
                em.matching.at(level),
                em.matching.compared(level),
                reason);
    }

    private String reasonToKeep(Level level, LevelCounts[] byWay) {
        if (em.matching.compared(level) < ExpectationMaximization.LEAST_MATCHES) {
            return "too few matching pairs state it on both sides";
        }
        if (!em.isKnown(level)) {
            return "too few strangers stand at this level";
        }
        if (!level.learnt) {
            return "left as shipped, since relatives and sister branches differ here as well";
        }
        double apart = em.disagreement(level, byWay);
        return apart > MOST_DISAGREEMENT
                ? String.format(Locale.ROOT, "ways of finding pairs disagree by %.1f bits", apart)
                : "";
    }

    /** Why the calibrated model is as good or safer, one sentence each; none if training is expected to help. */
    private List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (records < LEAST_RECORDS) {
            doubts.add("There are fewer than 1,000 records.");
        }
        if (em.matches < LEAST_MATCHES) {
            doubts.add("Fewer than 200 pairs are expected to be one customer.");
        }
        if (!em.converged) {
            doubts.add("The estimates did not come to rest.");
        }
        if (em.matches > MOST_DRIFT * em.matchesAtFirst) {
            doubts.add("By the learnt weights far more pairs would be one customer: strangers may look alike here.");
        }
        if (levels.stream().noneMatch(level -> Math.abs(level.used() - level.shipped()) >= WORTH_MOVING)) {
            doubts.add("No weight would move by half a bit.");
        }
        return doubts;
    }
}
