package io.crmviews.model.source;

import java.math.BigDecimal;

/**
 * An amount of money (schema.org MonetaryAmount). Equal amounts are equal whatever their scale.
 *
 * @param amount the amount in the currency's unit; trailing zeros are removed
 * @param currency ISO 4217 code, or empty if unknown
 */
public record Money(BigDecimal amount, String currency) {

    /** No amount is known. */
    public static final Money NONE = new Money(BigDecimal.ZERO, "");

    /** Removes trailing zeros. */
    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /**
     * Whether an amount is stated at all; an amount of zero in a named currency is.
     *
     * @return true unless this equals {@link #NONE}
     */
    public boolean isKnown() {
        return !equals(NONE);
    }
}
