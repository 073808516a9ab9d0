package io.crmviews.merge.json;

import io.crmviews.merge.golden.Condition;
import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Strategy;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.model.party.Authentication.Assurance;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Survivorship policies. */
final class SurvivorshipJson {

    private static final String FORMAT = "crmSurvivorship";
    private static final String ALL = "all";

    private SurvivorshipJson() {}

    static void write(Survivorship policy, Out out) {
        out.number(FORMAT, 1, 0)
                .text("policy", policy.policy())
                .text("version", policy.version())
                .text("checksum", policy.checksum())
                .object("groups", policy, SurvivorshipJson::groups)
                .object("fields", policy, SurvivorshipJson::fields);
    }

    private static void groups(Survivorship policy, Out out) {
        for (FieldGroup group : FieldGroup.values()) {
            out.object(name(group), policy.of(group), SurvivorshipJson::write);
        }
    }

    private static void fields(Survivorship policy, Out out) {
        policy.ruled().forEach(field -> out.object(field.toString(), policy.of(field), SurvivorshipJson::write));
    }

    private static void write(Strategy strategy, Out out) {
        out.text("keep", strategy.isKeepingAll() ? ALL : "").objects("by", strategy.steps(), SurvivorshipJson::write);
    }

    private static void write(Strategy.Step step, Out out) {
        out.text("rule", step.rule()).texts("arguments", step.arguments());
        if (!step.condition().equals(Condition.ALWAYS)) {
            out.object("when", step.condition(), SurvivorshipJson::write);
        }
    }

    private static void write(Condition condition, Out out) {
        out.texts("sources", new TreeSet<>(condition.sources()))
                .instant("since", condition.since(), Instant.MIN)
                .constant("assurance", condition.assurance(), Assurance.CLAIMED);
    }

    static Survivorship read(In in, List<CustomStrategy> customs) {
        if (in.number(FORMAT, 0) != 1) {
            throw in.wrong(FORMAT, "The number 1 is expected, which is the version of this format.");
        }
        Survivorship.Builder policy = Survivorship.builder();
        policy.policy(in.text("policy")).version(in.text("version"));
        in.optional("groups", groups -> groups(groups, customs, policy));
        in.optional("fields", fields -> fields(fields, customs, policy));
        Survivorship read = policy.build();
        String checksum = in.text("checksum");
        if (!checksum.isEmpty() && !checksum.equals(read.checksum())) {
            throw in.wrong("checksum", "The document was changed since it got this checksum.");
        }
        return read;
    }

    private static Survivorship.Builder groups(In in, List<CustomStrategy> customs, Survivorship.Builder policy) {
        for (FieldGroup group : FieldGroup.values()) {
            in.optional(name(group), rule -> strategy(rule, customs))
                    .ifPresent(strategy -> policy.rule(group, strategy));
        }
        return policy;
    }

    private static Survivorship.Builder fields(In in, List<CustomStrategy> customs, Survivorship.Builder policy) {
        for (String name : in.names()) {
            policy.rule(Field.parse(name), in.object(name, rule -> strategy(rule, customs)));
        }
        return policy;
    }

    private static Strategy strategy(In in, List<CustomStrategy> customs) {
        String keep = in.text("keep");
        if (!Set.of("", "one", ALL).contains(keep)) {
            throw in.wrong("keep", "\"one\" or \"all\" is expected.");
        }
        return Strategies.of(in.objects("by", SurvivorshipJson::step), keep.equals(ALL), customs);
    }

    private static Strategy.Step step(In in) {
        return new Strategy.Step(
                in.text("rule"),
                in.texts("arguments"),
                in.optional("when", SurvivorshipJson::condition).orElse(Condition.ALWAYS));
    }

    private static Condition condition(In in) {
        return new Condition(
                Set.copyOf(in.texts("sources")),
                in.instant("since", Instant.MIN),
                in.constant("assurance", Assurance.class, Assurance.CLAIMED));
    }

    private static String name(FieldGroup group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
