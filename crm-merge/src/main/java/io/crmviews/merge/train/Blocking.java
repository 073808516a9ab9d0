package io.crmviews.merge.train;

import io.crmviews.merge.key.CandidatePairs;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.weigh.Evidence.Item;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Ways to find pairs. One that finds pairs by an item says nothing about the item's own levels, since its pairs agree on it
 * by choice; so each level is learnt from the other ways only.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of and List.of make immutable collections.
enum Blocking {
    NAME(
            Set.of(Item.GIVEN_NAME, Item.FAMILY_NAME),
            KeyType.NAME_PAIR,
            KeyType.NICKNAME_PAIR,
            KeyType.NAME,
            KeyType.NAME_POSTCODE,
            KeyType.NAME_CITY),
    BIRTH(Set.of(Item.BIRTH_DATE), KeyType.BIRTH, KeyType.BIRTH_POSTCODE),
    EMAIL(Set.of(Item.EMAIL), KeyType.EMAIL, KeyType.EMAIL_LOCAL, KeyType.VERIFIED_EMAIL),
    PHONE(Set.of(Item.PHONE), KeyType.PHONE, KeyType.VERIFIED_PHONE),
    IDENTIFIER(Set.of(Item.IDENTIFIER), KeyType.ID, KeyType.VERIFIED_ID, KeyType.DEVICE),
    PLACE(Set.of(), KeyType.STREET, KeyType.NUMBER_POSTCODE),
    ORGANIZATION(Set.of(), KeyType.ORG_PAIR, KeyType.ORG_WORD, KeyType.ORG_PLACE);

    private final Set<Item> fixed;
    private final List<KeyType> types;

    Blocking(Set<Item> fixed, KeyType... types) {
        this.fixed = fixed;
        this.types = List.of(types);
    }

    /** The ways by which a pair was found that shares keys of some types. */
    static EnumSet<Blocking> of(long sharedTypes) {
        EnumSet<Blocking> found = EnumSet.noneOf(Blocking.class);
        for (Blocking blocking : values()) {
            if (blocking.types.stream().anyMatch(type -> CandidatePairs.has(sharedTypes, type))) {
                found.add(blocking);
            }
        }
        return found;
    }

    boolean tells(Item item) {
        return !fixed.contains(item);
    }
}
