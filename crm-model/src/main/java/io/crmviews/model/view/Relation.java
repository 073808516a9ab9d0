package io.crmviews.model.view;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * How a customer is related to another. Relations never merge anybody.
 *
 * @param other the other customer
 * @param kind what they have to do with each other
 * @param role the role of one to the other as it was stated; empty if the relation was discovered
 * @param isRoleOfOther whether the other has the role to this customer, rather than this customer to the other
 * @param reasons why, at least one
 */
public record Relation(CustomerId other, Kind kind, String role, boolean isRoleOfOther, List<Reason> reasons)
        implements Comparable<Relation> {

    /** What two customers have to do with each other. */
    public enum Kind {
        /** They live together, or seem to. */
        HOUSEHOLD,
        /** They are relatives. */
        FAMILY,
        /** One works for the other. */
        EMPLOYMENT,
        /** One belongs to the other, as a subsidiary or a branch. */
        ACCOUNT,
        /** Something else that was stated. */
        OTHER
    }

    /** Why two customers are held to be related. */
    public sealed interface Reason {

        /**
         * A source states it.
         *
         * @param statement the fact that states it
         */
        record Stated(RecordKey statement) implements Reason {}

        /** They have an address and a surname in common. */
        record SameAddressAndSurname() implements Reason {}

        /**
         * They have an e-mail address or a phone number in common that few hold.
         *
         * @param type {@code email} or {@code phone}
         */
        record SameMedium(String type) implements Reason {}
    }

    /** Copies the reasons and checks that there is one. */
    public Relation {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A relation has a reason.");
        }
    }

    /**
     * Whether a source states the relation.
     *
     * @return false if it was discovered
     */
    public boolean isStated() {
        return reasons.stream().anyMatch(Reason.Stated.class::isInstance);
    }

    @Override
    public int compareTo(Relation that) {
        int byOther = other.compareTo(that.other);
        int byKind = kind.compareTo(that.kind);
        int byRole = role.compareTo(that.role);
        int bySide = Boolean.compare(isRoleOfOther, that.isRoleOfOther);
        return byOther != 0 ? byOther : byKind != 0 ? byKind : byRole != 0 ? byRole : bySide;
    }
}
