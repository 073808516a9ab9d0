/** Benchmarks, peers side by side, and the regression gate. Not published. */
@NullMarked
package io.crmviews.bench;

import org.jspecify.annotations.NullMarked;
