package io.crmviews.merge.golden;

import io.crmviews.merge.golden.FieldExplanation.Loss;
import io.crmviews.merge.golden.FieldStatements.Said;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares every statement of a field with what was kept, step by step as the rule does, and names the first difference. */
final class FieldExplaining {

    private final FieldStatements statements;
    private final Strategy rule;
    private final Comparator<Said> best;

    FieldExplaining(FieldStatements statements) {
        this.statements = statements;
        this.rule = statements.rule();
        this.best = Comparator.comparingLong(Said::rank)
                .reversed()
                .thenComparingInt(Said::place)
                .thenComparing((left, right) -> rule.order()
                        .compare(right.candidate().text(), left.candidate().text()))
                .thenComparing(said -> said.record().key());
    }

    /** The explanation of what a merge of the same records kept. */
    FieldExplanation explanation(Decided decided) {
        Set<Said> kept = new LinkedHashSet<>();
        decided.golden()
                .ifPresent(
                        golden -> golden.values().forEach(value -> find(value).ifPresent(kept::add)));
        Optional<Said> winner = kept.isEmpty()
                ? statements.said().stream().filter(decided::isWinner).min(best)
                : kept.stream().findFirst();
        List<Loss> lost = new ArrayList<>();
        for (Said said : statements.said()) {
            if (!kept.contains(said) && winner.isPresent() && !said.text().isBlank()) {
                lost.add(loss(said, winner.get(), kept));
            }
        }
        statements.unusable().forEach(said -> lost.add(new Loss(statement(said), LossReason.UNUSABLE, "")));
        lost.sort(Comparator.comparing(loss -> loss.value().record()));
        return new FieldExplanation(
                decided.field(), rule.name(), kept.stream().map(this::statement).toList(), lost);
    }

    private Optional<Said> find(GoldenValue value) {
        return statements.said().stream()
                .filter(said -> said.record().key().equals(value.record())
                        && said.text().equals(value.text()))
                .min(best);
    }

    private Statement statement(Said said) {
        return new Statement(
                said.text(),
                said.record().key(),
                said.record().revision().occurredAt(),
                said.candidate().usage(),
                said.candidate().assurance(),
                statements.count(said));
    }

    private Loss loss(Said said, Said winner, Set<Said> kept) {
        boolean same = kept.stream()
                .anyMatch(one -> one.form().equals(said.form()) && !said.form().isEmpty());
        if (same) {
            return new Loss(statement(said), LossReason.SAME_VALUE, "");
        }
        if (said.record().key().equals(winner.record().key())) {
            return ranked(said, winner, said);
        }
        if (rule.isCounting()) {
            return counted(said, winner);
        }
        return ranked(said, winner, said);
    }

    /** What stands before the count, the count, and then the best statements of both values. */
    private Loss counted(Said said, Said winner) {
        Said strongest = statements.said().stream()
                .filter(other -> other.agreement().equals(said.agreement()))
                .min(best)
                .orElse(said);
        int count = statements.count(said);
        int most = statements.count(winner);
        if (count == 0 && most > 0) {
            return new Loss(statement(said), LossReason.FORMER, "");
        }
        for (int i = 0; i < rule.counted(); i++) {
            if (rule.score(strongest.rank(), i) != rule.score(winner.rank(), i)) {
                return criterion(said, i);
            }
        }
        if (Math.min(count, rule.enough()) != Math.min(most, rule.enough())) {
            return new Loss(statement(said), LossReason.FEWER_RECORDS, "");
        }
        return ranked(strongest, winner, said);
    }

    /** The first step at which one statement is worse than another. */
    private Loss ranked(Said said, Said winner, Said told) {
        Usage usage = said.candidate().usage();
        if (usage != winner.candidate().usage()) {
            LossReason reason = usage == Usage.FORMER ? LossReason.FORMER : LossReason.ALIAS;
            return new Loss(statement(told), reason, "");
        }
        for (int i = 0; i < rule.criteria().size(); i++) {
            if (rule.score(said.rank(), i) != rule.score(winner.rank(), i)) {
                return criterion(told, i);
            }
        }
        return new Loss(statement(told), lastStep(said, winner), "");
    }

    private static LossReason lastStep(Said said, Said winner) {
        if (said.place() > winner.place()
                && said.record().key().equals(winner.record().key())) {
            return LossReason.LATER_IN_RECORD;
        }
        boolean sameText = said.candidate().text().equals(winner.candidate().text());
        return sameText ? LossReason.ORDER_OF_RECORDS : LossReason.ORDER_OF_VALUES;
    }

    private Loss criterion(Said said, int criterion) {
        return new Loss(
                statement(said),
                LossReason.CRITERION,
                rule.criteria().get(criterion).rule());
    }

    /**
     * What the merge decided.
     *
     * @param field the field
     * @param golden its values; empty if it has none
     * @param winner the record of the whole name or address that won; empty if the field stands alone
     */
    record Decided(Field field, Optional<GoldenField> golden, Optional<RecordKey> winner) {

        boolean isWinner(Said said) {
            return winner.filter(said.record().key()::equals).isPresent();
        }
    }
}
