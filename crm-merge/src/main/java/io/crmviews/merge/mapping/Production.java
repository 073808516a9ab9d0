package io.crmviews.merge.mapping;

import io.crmviews.model.fact.Fact;
import io.crmviews.spi.channel.ChannelRecord;
import java.util.List;
import java.util.function.Consumer;

/** Makes facts of one sort from a channel record. */
interface Production {

    /** Makes nothing of any record. */
    Production NOTHING = new Production() {
        @Override
        public void make(ChannelRecord record, Scope scope, List<Fact> facts) {}

        @Override
        public void paths(Consumer<String> to) {}
    };

    /** Adds the facts that the record states, or refuses it in the scope. */
    void make(ChannelRecord record, Scope scope, List<Fact> facts);

    /** Tells which field paths it reads. */
    void paths(Consumer<String> to);
}
