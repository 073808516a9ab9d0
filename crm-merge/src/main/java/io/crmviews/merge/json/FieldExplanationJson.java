package io.crmviews.merge.json;

import io.crmviews.merge.golden.FieldExplanation;
import io.crmviews.merge.golden.FieldExplanation.Loss;
import io.crmviews.merge.golden.LossReason;
import io.crmviews.merge.golden.Statement;
import io.crmviews.model.party.Authentication.Assurance;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Field;
import java.time.Instant;

/** Explanations of fields. */
final class FieldExplanationJson {

    private FieldExplanationJson() {}

    static void write(FieldExplanation explanation, Out out) {
        out.text("field", explanation.field().toString())
                .text("rule", explanation.rule())
                .objects("kept", explanation.kept(), FieldExplanationJson::write)
                .objects("lost", explanation.lost(), FieldExplanationJson::write);
    }

    static FieldExplanation read(In in) {
        return new FieldExplanation(
                Field.parse(in.text("field")),
                in.text("rule"),
                in.objects("kept", FieldExplanationJson::statement),
                in.objects("lost", FieldExplanationJson::loss));
    }

    private static void write(Loss loss, Out out) {
        out.object("value", loss.value(), FieldExplanationJson::write)
                .constant("reason", loss.reason())
                .text("criterion", loss.criterion());
    }

    private static Loss loss(In in) {
        return new Loss(
                in.object("value", FieldExplanationJson::statement),
                in.constant("reason", LossReason.class),
                in.text("criterion"));
    }

    private static void write(Statement value, Out out) {
        out.text("text", value.text())
                .object("record", value.record(), SourceJson::write)
                .instant("occurredAt", value.occurredAt(), Instant.MIN)
                .constant("usage", value.usage(), Usage.CURRENT)
                .constant("assurance", value.assurance(), Assurance.CLAIMED)
                .number("records", value.records(), 1);
    }

    private static Statement statement(In in) {
        return new Statement(
                in.text("text"),
                in.object("record", SourceJson::key),
                in.instant("occurredAt", Instant.MIN),
                in.constant("usage", Usage.class, Usage.CURRENT),
                in.constant("assurance", Assurance.class, Assurance.CLAIMED),
                (int) in.number("records", 1));
    }
}
