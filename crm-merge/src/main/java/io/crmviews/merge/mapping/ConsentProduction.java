package io.crmviews.merge.mapping;

import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.channel.ChannelRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes consent events. A consent that cannot be understood refuses its record: nothing about it may be guessed. */
final class ConsentProduction implements Production {

    private final Head head;
    private final SubjectRules subjects;
    private final Text purpose;
    private final Text channel;
    private final Text state;
    private final Map<String, ConsentState> states;
    private final Optional<Condition> authenticated;
    private final Text expires;
    private final DateFormats formats;
    private final Text evidence;

    private ConsentProduction(Node node) {
        node.only(
                "makes",
                "source",
                "key",
                "occurredAt",
                "subjects",
                "purpose",
                "channel",
                "state",
                "states",
                "authenticated",
                "expires",
                "evidence");
        head = Head.read(node);
        subjects = SubjectRules.member(node);
        purpose = Texts.read(node.at("purpose"));
        channel = Texts.member(node, "channel");
        state = Texts.read(node.at("state"));
        states = states(node);
        authenticated = node.find("authenticated").map(Condition::read);
        expires = Texts.member(node, "expires");
        formats = DateFormats.read(node);
        evidence = Texts.member(node, "evidence");
    }

    static Production read(Node node) {
        return new ConsentProduction(node);
    }

    /** The names of the states, and the channel's own words for them. */
    private static Map<String, ConsentState> states(Node node) {
        Map<String, ConsentState> words = new HashMap<>();
        for (ConsentState each : ConsentState.values()) {
            words.put(Node.word(each), each);
        }
        node.find("states")
                .ifPresent(own -> own.members()
                        .forEach(word -> words.put(
                                word.toLowerCase(Locale.ROOT), own.at(word).choice(ConsentState.class))));
        return words;
    }

    @Override
    public void make(ChannelRecord record, Scope scope, List<Fact> facts) {
        RecordKey key = head.key(record, scope);
        List<Subject> about = subjects.subjects(scope, key.source());
        String why = purpose.first(scope).toLowerCase(Locale.ROOT);
        ConsentState now = states.get(state.first(scope).toLowerCase(Locale.ROOT));
        Optional<Instant> end = end(scope);
        if (about.isEmpty() || why.isEmpty() || now == null || end.isEmpty()) {
            scope.refuse("A consent needs a subject, a purpose, a state that the mapping knows and, if it ends, a time"
                    + " that can be read.");
            return;
        }
        facts.add(new ConsentEvent(
                key,
                head.revision(record, scope),
                about.get(0),
                why,
                channel.first(scope).toLowerCase(Locale.ROOT),
                now,
                authenticated.isPresent() && authenticated.get().holds(scope),
                end.get(),
                evidence.first(scope)));
    }

    @Override
    public void paths(Consumer<String> to) {
        head.paths(to);
        subjects.paths(to);
        List.of(purpose, channel, state, expires, evidence).forEach(each -> each.paths(to));
        formats.paths(to);
        authenticated.ifPresent(condition -> condition.paths(to));
    }

    /** When the consent ends by itself; empty if the text is no time. */
    private Optional<Instant> end(Scope scope) {
        String text = expires.first(scope);
        return text.isEmpty() ? Optional.of(Instant.MAX) : Times.read(text, formats, scope);
    }
}
