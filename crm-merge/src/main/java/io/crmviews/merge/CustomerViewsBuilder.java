package io.crmviews.merge;

import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.weigh.Constraints;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.source.SourceDescription;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.store.CustomerStore;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Configures {@link CustomerViews}. Not thread-safe. */
public final class CustomerViewsBuilder {

    CustomerStore store = new MemoryStore();
    Model model = Model.shipped();
    AccessPolicy policy = Policies.denyAll();
    Survivorship survivorship = Survivorship.standard();
    Clock clock = Clock.systemUTC();
    private @Nullable Constraints constraints;
    final Map<String, SourceDescription> sources = new TreeMap<>();

    CustomerViewsBuilder() {}

    /**
     * Sets the store.
     *
     * @param value the store; closed with the views
     * @return this builder
     */
    public CustomerViewsBuilder store(CustomerStore value) {
        store = value;
        return this;
    }

    /**
     * Sets the model. A store must always be written with one model. A model is kept and carried as a
     * {@link io.crmviews.merge.json.ModelDocument}.
     *
     * @param value the model
     * @return this builder
     */
    public CustomerViewsBuilder model(Model value) {
        model = value;
        return this;
    }

    /**
     * Sets what readers may see.
     *
     * @param value the policy
     * @return this builder
     */
    public CustomerViewsBuilder policy(AccessPolicy value) {
        policy = value;
        return this;
    }

    /**
     * Sets the rules by which golden values are chosen.
     *
     * @param value the rules
     * @return this builder
     */
    public CustomerViewsBuilder survivorship(Survivorship value) {
        survivorship = value;
        return this;
    }

    /**
     * Sets the clock that says when a fact is learnt and for which instant a view is made.
     *
     * @param value the clock
     * @return this builder
     */
    public CustomerViewsBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /**
     * Declares a source: whether it holds a customer twice, how often it promises to be heard. Sources that are not
     * declared are taken all the same.
     *
     * @param value the source
     * @return this builder
     */
    public CustomerViewsBuilder source(SourceDescription value) {
        sources.put(value.id(), value);
        return this;
    }

    /**
     * Sets what keeps records apart whatever they weigh, in place of what the model says. Sources that are declared free of
     * duplicates are added.
     *
     * @param value the constraints
     * @return this builder
     */
    public CustomerViewsBuilder constraints(Constraints value) {
        constraints = value;
        return this;
    }

    /**
     * Makes the views.
     *
     * @return the views, ready for use
     */
    public CustomerViews build() {
        return new CustomerViews(this);
    }

    /** The model with what it and the sources declare of duplicates. */
    Model declaredModel() {
        Model constrained = constraints == null ? model : model.with(constraints);
        return constrained.withDuplicateFree(Stream.concat(
                        constrained.duplicateFree().stream(),
                        sources.values().stream()
                                .filter(SourceDescription::duplicateFree)
                                .map(SourceDescription::id))
                .collect(Collectors.toSet()));
    }
}
