/** Survivorship rules of one's own: how good one value of a field is, as a number. Model types only. */
package io.crmviews.spi.survivorship;
