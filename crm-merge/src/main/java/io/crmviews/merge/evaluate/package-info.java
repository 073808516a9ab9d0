/** How good a partition is, measured against the truth: pure, in time and memory proportional to the records. */
package io.crmviews.merge.evaluate;
