/** The laws that a survivorship rule of one's own must keep: extend {@code CustomStrategyLaws} in a test. */
package io.crmviews.survivorship.tck;
