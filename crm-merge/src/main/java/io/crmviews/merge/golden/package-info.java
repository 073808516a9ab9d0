/**
 * Survivorship: which value of which record stands in the golden profile. Pure: no I/O, clock, threads or randomness.
 *
 * <p>The merge is a function of the set of a customer's records. Every strategy ends in a total order (its own criteria,
 * then the value's text, then the record's key), so the order of arrival changes nothing, a record counts once, and
 * merging in parts equals merging at once. {@code recordedAt} is never read.
 */
package io.crmviews.merge.golden;
