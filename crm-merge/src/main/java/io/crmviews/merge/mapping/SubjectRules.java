package io.crmviews.merge.mapping;

import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whom an event is about: each rule that finds a key or an identifier names one more subject, the strongest first. */
final class SubjectRules {

    private final List<Rule> rules;

    private SubjectRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules in the member {@code subjects}. */
    static SubjectRules member(Node parent) {
        List<Rule> rules = new ArrayList<>();
        parent.list("subjects").forEach(node -> rules.add(rule(node)));
        return new SubjectRules(rules);
    }

    private static Rule rule(Node node) {
        if (node.has("record")) {
            node.only("record", "source");
            return new ByRecord(Texts.read(node.at("record")), Texts.member(node, "source"));
        }
        node.only("identifier", "type", "issuer");
        return new ByIdentifier(
                Texts.read(node.at("identifier")), node.at("type").text(), Texts.member(node, "issuer"));
    }

    /** The subjects; the source of the event is the source of records that name none. */
    List<Subject> subjects(Scope scope, String source) {
        List<Subject> subjects = new ArrayList<>();
        rules.forEach(rule -> rule.add(scope, source, subjects));
        return subjects;
    }

    void paths(Consumer<String> to) {
        rules.forEach(rule -> rule.paths(to));
    }

    /** One rule. */
    private interface Rule {
        void add(Scope scope, String source, List<Subject> subjects);

        void paths(Consumer<String> to);
    }

    private record ByRecord(Text key, Text source) implements Rule {
        @Override
        public void add(Scope scope, String ownSource, List<Subject> subjects) {
            String stated = source.first(scope);
            for (String value : key.all(scope)) {
                subjects.add(new Subject.OfRecord(new RecordKey(stated.isEmpty() ? ownSource : stated, value)));
            }
        }

        @Override
        public void paths(Consumer<String> to) {
            key.paths(to);
            source.paths(to);
        }
    }

    private record ByIdentifier(Text value, String type, Text issuer) implements Rule {
        @Override
        public void add(Scope scope, String ownSource, List<Subject> subjects) {
            for (String text : value.all(scope)) {
                subjects.add(new Subject.OfIdentifier(type, issuer.first(scope), text));
            }
        }

        @Override
        public void paths(Consumer<String> to) {
            value.paths(to);
            issuer.paths(to);
        }
    }
}
