/**
 * From records to features: canonical, multi-valued, scripts folded, placeholders removed. Pure, without a model.
 *
 * @see io.crmviews.merge.normalise.Normaliser
 */
package io.crmviews.merge.normalise;
