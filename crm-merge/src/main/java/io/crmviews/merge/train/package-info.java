/** Fitting a model to records, without labels. */
package io.crmviews.merge.train;
