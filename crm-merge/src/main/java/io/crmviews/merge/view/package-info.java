/**
 * Puts a customer view together from the records, interactions, consents and sources of a customer, for one reader under
 * one policy. Pure: no I/O, clock, threads or randomness.
 */
package io.crmviews.merge.view;
