package io.crmviews.merge.view;

import io.crmviews.spi.derive.ComputedAttribute;
import java.util.List;
import java.util.Set;

/**
 * From what figures are made.
 *
 * @param purchases the kinds of interactions that are purchases
 * @param refunds the kinds that give money back
 * @param services the kinds that ask for or give help
 * @param preference the name of the characteristic in which a customer states its preferred channel
 * @param computed what else is computed, each name once
 */
public record FigureRules(
        Set<String> purchases,
        Set<String> refunds,
        Set<String> services,
        String preference,
        List<ComputedAttribute> computed) {

    /** Copies the collections and checks that no name occurs twice. */
    public FigureRules {
        purchases = Set.copyOf(purchases);
        refunds = Set.copyOf(refunds);
        services = Set.copyOf(services);
        computed = List.copyOf(computed);
        if (computed.stream().map(ComputedAttribute::name).distinct().count() < computed.size()) {
            throw new IllegalArgumentException("Two computed attributes must not have one name.");
        }
    }

    /**
     * The usual kinds, and nothing computed.
     *
     * @return the rules
     */
    public static FigureRules standard() {
        return new FigureRules(
                Set.of("purchase", "order"),
                Set.of("refund", "return"),
                Set.of("call", "complaint", "ticket", "chat", "case"),
                "preferred-channel",
                List.of());
    }

    /**
     * The same rules with computed attributes.
     *
     * @param attributes all that are computed
     * @return the rules
     */
    public FigureRules computing(ComputedAttribute... attributes) {
        return new FigureRules(purchases, refunds, services, preference, List.of(attributes));
    }
}
