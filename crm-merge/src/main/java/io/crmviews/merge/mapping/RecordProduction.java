package io.crmviews.merge.mapping;

import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.party.PartyKind;
import io.crmviews.spi.channel.ChannelRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes source records, and removals of deletes. */
final class RecordProduction implements Production {

    private final Head head;
    private final KindRules kinds;
    private final List<Guarded> entries = new ArrayList<>();
    private final Map<PartyKind, Leftovers> leftovers = new EnumMap<>(PartyKind.class);

    private RecordProduction(Node node) {
        node.only(
                "makes",
                "source",
                "key",
                "occurredAt",
                "kind",
                "gender",
                "roles",
                "names",
                "birthDates",
                "emails",
                "phones",
                "addresses",
                "handles",
                "devices",
                "identifiers",
                "characteristics",
                "leftovers");
        head = Head.read(node);
        kinds = KindRules.member(node, "kind");
        list(node, "names", NameEntry::read);
        list(node, "birthDates", BirthDateEntry::read);
        list(node, "emails", MediumEntries::email);
        list(node, "phones", MediumEntries::phone);
        list(node, "addresses", AddressEntry::read);
        list(node, "handles", MediumEntries::handle);
        list(node, "devices", MediumEntries::device);
        list(node, "identifiers", StatementEntries::identifier);
        list(node, "characteristics", StatementEntries::characteristic);
        node.find("gender").ifPresent(gender -> addEntry(StatementEntries.gender(gender)));
        node.list("roles").forEach(role -> addEntry(StatementEntries.role(role)));
        if (LeftoverChoice.keeps(node)) {
            for (PartyKind kind : PartyKind.values()) {
                leftovers.put(kind, new Leftovers(covered(kind)));
            }
        }
    }

    static Production read(Node node) {
        return new RecordProduction(node);
    }

    private void list(Node node, String name, Function<Node, Entry> reader) {
        node.list(name).forEach(place -> entries.add(Guarded.read(place, reader)));
    }

    private void addEntry(Entry entry) {
        entries.add(new Guarded(Set.of(PartyKind.values()), List.of(), entry));
    }

    private Set<String> covered(PartyKind kind) {
        Set<String> paths = new HashSet<>();
        head.paths(paths::add);
        kinds.paths(paths::add);
        for (Guarded guarded : entries) {
            if (guarded.kinds().contains(kind)) {
                guarded.entry().paths(paths::add);
            }
        }
        return paths;
    }

    @Override
    public void paths(Consumer<String> to) {
        head.paths(to);
        kinds.paths(to);
        for (Guarded guarded : entries) {
            guarded.ifAny().forEach(path -> to.accept(path.text()));
            guarded.entry().paths(to);
        }
    }

    @Override
    public void make(ChannelRecord record, Scope scope, List<Fact> facts) {
        if (record.op() == ChannelRecord.Op.DELETE) {
            facts.add(new RecordRemoval(head.key(record, scope), head.revision(record, scope)));
            return;
        }
        PartyKind kind = kinds.kind(scope);
        Draft draft = new Draft(scope, head.key(record, scope), head.revision(record, scope), kind);
        entries.forEach(entry -> entry.add(draft));
        Leftovers rest = leftovers.get(kind);
        if (rest != null) {
            rest.forEach(scope, draft::characteristic);
        }
        facts.add(draft.build());
    }
}
