package io.crmviews.merge.view;

import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.Money;
import java.time.LocalDate;
import java.time.ZoneId;

/** By what interactions are looked for across sources, whoever's they are. */
public sealed interface TransactionQuery {

    /**
     * By a number that they name: an order, offer, message, call or case.
     *
     * @param number the number, not blank; case, spaces and hyphens do not count
     */
    record Reference(String number) implements TransactionQuery {

        /** Checks that there is a number. */
        public Reference {
            if (number.isBlank()) {
                throw new IllegalArgumentException("A number must not be blank.");
            }
        }

        /** The number may be an address or name one. */
        @Override
        public String toString() {
            return "Reference";
        }
    }

    /**
     * By an identifier that they or the records that they are about name.
     *
     * @param identifier the identifier, written in any usual way
     */
    record Identifier(Subject.OfIdentifier identifier) implements TransactionQuery {}

    /**
     * By an amount on a day.
     *
     * @param amount the exact amount
     * @param day the day
     * @param zone where that day is meant
     */
    record AmountOnDay(Money amount, LocalDate day, ZoneId zone) implements TransactionQuery {}
}
