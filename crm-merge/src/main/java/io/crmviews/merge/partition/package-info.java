/** From edges to customers: the constrained partition. Pure. */
package io.crmviews.merge.partition;
