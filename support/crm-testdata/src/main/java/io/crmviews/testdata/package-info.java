/**
 * Messy customers with known truth, from a seed. Everybody in it is invented, and every error rate is an assumption, a
 * constant in the code. For tests, examples and benchmarks; not published.
 */
@NullMarked
package io.crmviews.testdata;

import org.jspecify.annotations.NullMarked;
