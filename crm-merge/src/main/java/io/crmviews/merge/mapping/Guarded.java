package io.crmviews.merge.mapping;

import io.crmviews.model.party.PartyKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * An entry that counts only for some kinds of party, and only if one of some fields says something. Fields of an entry
 * that does not count for a kind are left over there.
 *
 * @param kinds the kinds it counts for
 * @param ifAny the fields of which one must say something; empty for no such condition
 * @param entry what is added
 */
record Guarded(Set<PartyKind> kinds, List<FieldPath> ifAny, Entry entry) {

    /** Reads the guards of an entry, and the entry itself with the given reader. */
    static Guarded read(Node node, Function<Node, Entry> reader) {
        Set<PartyKind> kinds = EnumSet.noneOf(PartyKind.class);
        node.list("kinds").forEach(kind -> kinds.add(kind.choice(PartyKind.class)));
        return new Guarded(
                kinds.isEmpty() ? EnumSet.allOf(PartyKind.class) : kinds,
                node.texts("ifAny").stream().map(FieldPath::new).toList(),
                reader.apply(node));
    }

    void add(Draft draft) {
        if (kinds.contains(draft.kind()) && anySays(draft.scope())) {
            entry.add(draft);
        }
    }

    private boolean anySays(Scope scope) {
        return ifAny.isEmpty()
                || ifAny.stream().anyMatch(path -> !path.first(scope).isEmpty());
    }
}
