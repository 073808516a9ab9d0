/**
 * Workers that move records from connectors into the engine: one thread per source reads, delivers, commits and
 * acknowledges. A failing source never harms the others. Start at {@link io.crmviews.runtime.ChannelRuntime}.
 */
package io.crmviews.runtime;
