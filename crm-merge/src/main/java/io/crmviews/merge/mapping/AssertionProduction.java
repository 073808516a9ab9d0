package io.crmviews.merge.mapping;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.channel.ChannelRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes what somebody says of two records: that they are one customer, or are not. One that cannot be understood refuses
 * its record, since nothing about it may be guessed; a deletion ends what was said.
 */
final class AssertionProduction implements Production {

    private final Head head;
    private final Side a;
    private final Side b;
    private final Text verdict;
    private final Map<String, Verdict> verdicts;
    private final Text author;
    private final Text reason;

    private AssertionProduction(Node node) {
        node.only("makes", "source", "key", "occurredAt", "a", "b", "verdict", "verdicts", "author", "reason");
        head = Head.read(node);
        a = Side.read(node.at("a"));
        b = Side.read(node.at("b"));
        verdict = Texts.read(node.at("verdict"));
        verdicts = verdicts(node);
        author = Texts.read(node.at("author"));
        reason = Texts.member(node, "reason");
    }

    /** One of the two records. */
    private record Side(Text source, Text key) {

        static Side read(Node node) {
            node.only("source", "record");
            return new Side(Texts.member(node, "source"), Texts.read(node.at("record")));
        }

        RecordKey of(Scope scope, String own) {
            String named = source.first(scope);
            return new RecordKey(named.isEmpty() ? own : named, key.first(scope));
        }

        boolean isStated(Scope scope) {
            return !key.first(scope).isEmpty();
        }
    }

    static Production read(Node node) {
        return new AssertionProduction(node);
    }

    /** The names of the verdicts, and the channel's own words for them. */
    private static Map<String, Verdict> verdicts(Node node) {
        Map<String, Verdict> words = new HashMap<>();
        for (Verdict each : Verdict.values()) {
            words.put(Node.word(each), each);
        }
        node.find("verdicts")
                .ifPresent(own -> own.members()
                        .forEach(word -> words.put(
                                word.toLowerCase(Locale.ROOT), own.at(word).choice(Verdict.class))));
        return words;
    }

    @Override
    public void make(ChannelRecord record, Scope scope, List<Fact> facts) {
        RecordKey key = head.key(record, scope);
        Verdict said = verdicts.get(verdict.first(scope).toLowerCase(Locale.ROOT));
        String who = author.first(scope);
        if (record.op() == ChannelRecord.Op.DELETE) {
            facts.add(new RecordRemoval(key, head.revision(record, scope)));
            return;
        }
        if (said == null || who.isBlank() || !a.isStated(scope) || !b.isStated(scope)) {
            scope.refuse("An assertion needs two records, a verdict that the mapping knows, and an author.");
            return;
        }
        RecordKey one = a.of(scope, key.source());
        RecordKey other = b.of(scope, key.source());
        if (one.equals(other)) {
            scope.refuse("An assertion is about two different records.");
            return;
        }
        facts.add(new MatchAssertion(key, head.revision(record, scope), one, other, said, who, reason.first(scope), 0));
    }

    @Override
    public void paths(Consumer<String> to) {
        head.paths(to);
        List.of(a.source(), a.key(), b.source(), b.key(), verdict, author, reason)
                .forEach(each -> each.paths(to));
    }
}
