package io.crmviews.merge.json;

import io.crmviews.merge.explain.Forecast;
import io.crmviews.merge.explain.Formation;
import io.crmviews.merge.explain.KeyFinding;
import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.explain.SearchResult;
import io.crmviews.merge.explain.Separation;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.partition.Union;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.source.RecordKey;
import java.util.List;
import java.util.Locale;

/** Explanations. Weights are whole numbers of 1/1024 bits. */
final class ExplainJson {

    private ExplainJson() {}

    static void write(PairExplanation pair, Out out) {
        out.object("a", pair.a(), SourceJson::write)
                .object("b", pair.b(), SourceJson::write)
                .flag("together", pair.together())
                .number("weight", pair.weight(), Long.MIN_VALUE)
                .number("threshold", pair.threshold(), Long.MIN_VALUE)
                .objects("evidence", pair.evidence(), ExplainJson::write)
                .texts("sharedKeys", types(pair.sharedKeys()));
    }

    static PairExplanation pair(In in) {
        return new PairExplanation(
                in.object("a", SourceJson::key),
                in.object("b", SourceJson::key),
                in.flag("together"),
                weight(in, "weight"),
                weight(in, "threshold"),
                in.objects("evidence", ExplainJson::evidence),
                types(in, "sharedKeys"));
    }

    static void write(Separation separation, Out out) {
        out.constant("cause", separation.cause())
                .object("pair", separation.pair(), ExplainJson::write)
                .objects("keys", separation.keys(), ExplainJson::write)
                .objects("refusals", separation.refusals(), ExplainJson::write);
    }

    static Separation separation(In in) {
        Separation separation = new Separation(
                in.object("pair", ExplainJson::pair),
                in.objects("keys", ExplainJson::finding),
                in.objects("refusals", ExplainJson::refusal));
        // The cause follows from the rest and is written for readers that do not compute it.
        in.constant("cause", Separation.Cause.class, separation.cause());
        return separation;
    }

    static void write(Formation formation, Out out) {
        out.text("customer", formation.customer().toString())
                .objects("records", formation.records(), SourceJson::write)
                .objects("joins", formation.joins(), ExplainJson::write)
                .objects("refusals", formation.refusals(), ExplainJson::write)
                .number("threshold", formation.threshold(), Long.MIN_VALUE);
    }

    static Formation formation(In in) {
        return new Formation(
                CustomerId.parse(in.text("customer")),
                in.objects("records", SourceJson::key),
                in.objects("joins", ExplainJson::join),
                in.objects("refusals", ExplainJson::refusal),
                weight(in, "threshold"));
    }

    static void write(Forecast forecast, Out out) {
        out.object("record", forecast.record(), SourceJson::write)
                .flag("holds", forecast.holds())
                .texts(
                        "customers",
                        forecast.customers().stream().map(CustomerId::toString).toList())
                .objects("companions", forecast.companions(), SourceJson::write)
                .objects("links", forecast.links(), ExplainJson::write)
                .objects("refusals", forecast.refusals(), ExplainJson::write);
    }

    static Forecast forecast(In in) {
        return new Forecast(
                in.object("record", SourceJson::key),
                in.flag("holds"),
                in.texts("customers").stream().map(CustomerId::parse).toList(),
                in.objects("companions", SourceJson::key),
                in.objects("links", ExplainJson::link),
                in.objects("refusals", ExplainJson::refusal));
    }

    static void write(SearchResult result, Out out) {
        out.objects("hits", result.hits(), ExplainJson::write)
                .texts("generic", types(result.generic()))
                .number("threshold", result.threshold(), Long.MIN_VALUE);
    }

    static SearchResult search(In in) {
        return new SearchResult(in.objects("hits", ExplainJson::hit), types(in, "generic"), weight(in, "threshold"));
    }

    private static void write(Evidence line, Out out) {
        out.constant("item", line.item())
                .text("level", line.level())
                .number("weight", line.weight(), 0)
                .number("rivalWeight", line.rivalWeight(), 0);
    }

    private static Evidence evidence(In in) {
        return new Evidence(
                in.constant("item", Evidence.Item.class),
                in.text("level"),
                number(in, "weight", 0),
                number(in, "rivalWeight", 0));
    }

    private static void write(KeyFinding finding, Out out) {
        out.constant("type", finding.type()).constant("state", finding.state());
    }

    private static KeyFinding finding(In in) {
        return new KeyFinding(in.constant("type", KeyType.class), in.constant("state", KeyFinding.State.class));
    }

    /** A union that somebody asserted has no weight. */
    private static void write(Refusal refusal, Out out) {
        pair(refusal.a(), refusal.b(), out);
        out.number("weight", refusal.weight(), Union.ASSERTED).constant("reason", refusal.reason());
    }

    private static Refusal refusal(In in) {
        return new Refusal(
                in.object("a", SourceJson::key),
                in.object("b", SourceJson::key),
                number(in, "weight", Union.ASSERTED),
                in.constant("reason", ReviewReason.class));
    }

    private static void write(Formation.Join join, Out out) {
        pair(join.a(), join.b(), out);
        out.flag("asserted", join.asserted())
                .number("weight", join.weight(), Long.MIN_VALUE)
                .number("sizeA", join.sizeA(), 1)
                .number("sizeB", join.sizeB(), 1)
                .objects("evidence", join.evidence(), ExplainJson::write);
    }

    private static Formation.Join join(In in) {
        return new Formation.Join(
                in.object("a", SourceJson::key),
                in.object("b", SourceJson::key),
                in.flag("asserted"),
                weight(in, "weight"),
                number(in, "sizeA", 1),
                number(in, "sizeB", 1),
                in.objects("evidence", ExplainJson::evidence));
    }

    private static void write(Forecast.Link link, Out out) {
        out.object("record", link.record(), SourceJson::write)
                .text("customer", link.customer().toString())
                .number("weight", link.weight(), Long.MIN_VALUE)
                .objects("evidence", link.evidence(), ExplainJson::write);
    }

    private static Forecast.Link link(In in) {
        return new Forecast.Link(
                in.object("record", SourceJson::key),
                CustomerId.parse(in.text("customer")),
                weight(in, "weight"),
                in.objects("evidence", ExplainJson::evidence));
    }

    private static void write(SearchResult.Hit hit, Out out) {
        out.text("customer", hit.customer().toString()).objects("records", hit.records(), ExplainJson::write);
    }

    private static SearchResult.Hit hit(In in) {
        return new SearchResult.Hit(
                CustomerId.parse(in.text("customer")), in.objects("records", ExplainJson::likeness));
    }

    private static void write(SearchResult.Likeness like, Out out) {
        out.object("record", like.record(), SourceJson::write)
                .number("score", like.score(), 0)
                .number("weight", like.weight(), Long.MIN_VALUE)
                .objects("evidence", like.evidence(), ExplainJson::write)
                .texts("keys", types(like.keys()));
    }

    private static SearchResult.Likeness likeness(In in) {
        return new SearchResult.Likeness(
                in.object("record", SourceJson::key),
                number(in, "score", 0),
                weight(in, "weight"),
                in.objects("evidence", ExplainJson::evidence),
                types(in, "keys"));
    }

    private static void pair(RecordKey a, RecordKey b, Out out) {
        out.object("a", a, SourceJson::write).object("b", b, SourceJson::write);
    }

    private static List<String> types(List<KeyType> types) {
        return types.stream().map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static List<KeyType> types(In in, String name) {
        return in.texts(name).stream().map(text -> type(in, name, text)).toList();
    }

    private static KeyType type(In in, String name, String text) {
        for (KeyType type : KeyType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
                return type;
            }
        }
        throw in.wrong(name, "Types of keys are expected.");
    }

    private static int weight(In in, String name) {
        long number = in.number(name, Long.MIN_VALUE);
        if (number == Long.MIN_VALUE) {
            throw in.wrong(name, "A weight is expected.");
        }
        return narrow(in, name, number);
    }

    private static int number(In in, String name, int usual) {
        return narrow(in, name, in.number(name, usual));
    }

    private static int narrow(In in, String name, long number) {
        if (number != (int) number) {
            throw in.wrong(name, "A whole number of 32 bits is expected.");
        }
        return (int) number;
    }
}
