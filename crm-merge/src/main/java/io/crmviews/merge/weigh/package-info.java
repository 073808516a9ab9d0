/**
 * What agreement and disagreement are worth: the model, its parameters and frequencies, and the weight of a pair in bits.
 * Pure.
 */
package io.crmviews.merge.weigh;
