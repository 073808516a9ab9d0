/** Why two records are one customer or not: levels and bits, as values and as text. Pure. */
package io.crmviews.merge.explain;
