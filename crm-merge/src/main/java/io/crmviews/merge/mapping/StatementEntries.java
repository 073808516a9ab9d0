package io.crmviews.merge.mapping;

import io.crmviews.merge.mapping.MediumEntries.Each;
import io.crmviews.merge.mapping.MediumEntries.Verified;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.Validity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Identifiers, characteristics, roles, gender. */
final class StatementEntries {

    /** The usual words for a gender. */
    static final Map<String, String> GENDER_WORDS = WordList.load("genders.txt");

    private StatementEntries() {}

    static Entry identifier(Node node) {
        node.only("kinds", "ifAny", "value", "type", "issuer", "verified");
        String type = node.at("type").text();
        Text issuer = Texts.member(node, "issuer");
        Verified verified = Verified.read(node);
        Each each = new Each(
                Texts.read(node.at("value")),
                verified,
                (draft, value) -> draft.add(
                        new Identifier(type, issuer.first(draft.scope()), value, verified.of(draft), Validity.ALWAYS)));
        return new Entry() {
            @Override
            public void add(Draft draft) {
                each.add(draft);
            }

            @Override
            public void paths(Consumer<String> to) {
                each.paths(to);
                issuer.paths(to);
            }
        };
    }

    static Entry characteristic(Node node) {
        node.only("kinds", "ifAny", "value", "name");
        String name = node.at("name").text();
        return new Each(
                Texts.read(node.at("value")), Verified.NEVER, (draft, value) -> draft.characteristic(name, value));
    }

    static Entry role(Node node) {
        return new Each(
                Texts.read(node),
                Verified.NEVER,
                (draft, value) -> draft.builder().role(value.toLowerCase(Locale.ROOT)));
    }

    /** A gender by the usual words; a word that is none of them is kept as a characteristic. */
    static Entry gender(Node node) {
        return new Each(
                Texts.read(node),
                Verified.NEVER,
                (draft, value) -> gender(value)
                        .ifPresentOrElse(draft.builder()::gender, () -> draft.characteristic("gender", value)));
    }

    /** The gender that a word means, if it is a usual one. */
    static Optional<Gender> gender(String word) {
        String found = GENDER_WORDS.get(word.toLowerCase(Locale.ROOT));
        return found == null ? Optional.empty() : Optional.of(Gender.valueOf(found.toUpperCase(Locale.ROOT)));
    }
}
