package io.crmviews.merge.mapping;

import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.Usage;
import java.util.function.Consumer;

/** Names: of persons in parts or in one line, of organisations, and of parties whose kind only the record knows. */
final class NameEntry implements Entry {

    /** Whose name a text is. */
    private enum As {
        PERSON,
        ORGANIZATION,
        /** An organisation's where the record is one, else a person's. */
        PARTY
    }

    private final As as;
    private final Usage usage;
    private final NameSplit split;
    private final Text line;
    private final Text given;
    private final Text middle;
    private final Text family;
    private final Text prefix;
    private final Text suffix;

    private NameEntry(Node node) {
        node.only("as", "usage", "kinds", "ifAny", "text", "split", "given", "middle", "family", "prefix", "suffix");
        as = node.choice("as", As.class, As.PERSON);
        usage = node.choice("usage", Usage.class, Usage.CURRENT);
        split = node.choice("split", NameSplit.class, NameSplit.NONE);
        line = Texts.member(node, "text");
        given = Texts.member(node, "given");
        middle = Texts.member(node, "middle");
        family = Texts.member(node, "family");
        prefix = Texts.member(node, "prefix");
        suffix = Texts.member(node, "suffix");
        if (as != As.PERSON && !node.has("text")) {
            throw node.error("a name that is not a person's is given by \"text\".");
        }
    }

    static Entry read(Node node) {
        return new NameEntry(node);
    }

    @Override
    public void add(Draft draft) {
        Scope scope = draft.scope();
        boolean person = as == As.PERSON || (as == As.PARTY && draft.kind() != PartyKind.ORGANIZATION);
        if (!person) {
            line.all(scope).forEach(text -> draft.add(new OrganizationName(usage, text)));
            return;
        }
        NameParts parts = new NameParts(
                given.first(scope), middle.first(scope), family.first(scope), prefix.first(scope), suffix.first(scope));
        boolean certain = draft.kind() == PartyKind.INDIVIDUAL;
        for (String text : line.all(scope)) {
            NameParts all =
                    parts.saysWho() || (!certain && split == NameSplit.COMMA) ? parts : split.parts(text, parts);
            add(draft, text, all);
            parts = NameParts.NONE;
        }
        if (parts.saysWho()) {
            add(draft, "", parts);
        }
    }

    private void add(Draft draft, String text, NameParts parts) {
        draft.add(new PersonName(
                usage, text, parts.given(), parts.middle(), parts.family(), parts.prefix(), parts.suffix()));
    }

    @Override
    public void paths(Consumer<String> to) {
        for (Text text : new Text[] {line, given, middle, family, prefix, suffix}) {
            text.paths(to);
        }
    }
}
