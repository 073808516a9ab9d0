package io.crmviews.merge.mapping;

import io.crmviews.model.fact.Fact;
import io.crmviews.spi.channel.ChannelRecord;
import java.util.List;
import java.util.function.Consumer;

/** A production for those records only that meet a condition. */
record Conditional(Condition condition, Production production) implements Production {

    static Production read(Node node, Production production) {
        return new Conditional(Condition.read(node), production);
    }

    @Override
    public void make(ChannelRecord record, Scope scope, List<Fact> facts) {
        if (condition.holds(scope)) {
            production.make(record, scope, facts);
        }
    }

    @Override
    public void paths(Consumer<String> to) {
        condition.paths(to);
        production.paths(to);
    }
}
