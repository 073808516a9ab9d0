package io.crmviews.merge.mapping;

import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Usage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** E-mail addresses, phone numbers, social handles and devices: each value of an expression is one of them. */
final class MediumEntries {

    private MediumEntries() {}

    static Entry email(Node node) {
        node.only("kinds", "ifAny", "value", "usage", "verified");
        Usage usage = node.choice("usage", Usage.class, Usage.CURRENT);
        Verified verified = Verified.read(node);
        return new Each(
                Texts.read(node.at("value")),
                verified,
                (draft, value) -> draft.add(new EmailAddress(usage, value, verified.of(draft))));
    }

    static Entry phone(Node node) {
        node.only("kinds", "ifAny", "value", "usage", "type", "verified");
        Usage usage = node.choice("usage", Usage.class, Usage.CURRENT);
        String type = node.text("type", "");
        Verified verified = Verified.read(node);
        return new Each(
                Texts.read(node.at("value")),
                verified,
                (draft, value) -> draft.add(new PhoneNumber(usage, value, type, verified.of(draft))));
    }

    static Entry handle(Node node) {
        node.only("kinds", "ifAny", "value", "usage", "network", "verified");
        Usage usage = node.choice("usage", Usage.class, Usage.CURRENT);
        String network = node.at("network").text();
        Verified verified = Verified.read(node);
        return new Each(
                Texts.read(node.at("value")),
                verified,
                (draft, value) -> draft.add(new SocialHandle(usage, network, value, verified.of(draft))));
    }

    static Entry device(Node node) {
        node.only("kinds", "ifAny", "value", "usage", "type");
        Usage usage = node.choice("usage", Usage.class, Usage.CURRENT);
        String type = node.text("type", "");
        return new Each(
                Texts.read(node.at("value")),
                Verified.NEVER,
                (draft, value) -> draft.add(new Device(usage, type, value)));
    }

    /** Adds something for each value of an expression. */
    record Each(Text text, Verified verified, BiConsumer<Draft, String> adder) implements Entry {
        @Override
        public void add(Draft draft) {
            text.all(draft.scope()).forEach(value -> adder.accept(draft, value));
        }

        @Override
        public void paths(Consumer<String> to) {
            text.paths(to);
            verified.paths(to);
        }
    }

    /** When a value counts as proved by its holder. */
    interface Verified {

        /** Never. */
        Verified NEVER = new Verified() {
            @Override
            public Authentication of(Draft draft) {
                return Authentication.CLAIMED;
            }

            @Override
            public void paths(Consumer<String> to) {}
        };

        Authentication of(Draft draft);

        void paths(Consumer<String> to);

        static Verified read(Node node) {
            return node.has("verified") ? new Tested(Condition.read(node.at("verified"))) : NEVER;
        }
    }

    private record Tested(Condition condition) implements Verified {
        @Override
        public Authentication of(Draft draft) {
            return condition.holds(draft.scope())
                    ? Authentication.verifiedAt(draft.revision().occurredAt())
                    : Authentication.CLAIMED;
        }

        @Override
        public void paths(Consumer<String> to) {
            condition.paths(to);
        }
    }
}
