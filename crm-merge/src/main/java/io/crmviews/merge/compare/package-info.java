/** How alike two values are: levels and distances, without a model. Pure. */
package io.crmviews.merge.compare;
