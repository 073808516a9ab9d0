/** A program: any CSV file of people or organisations to {@code record_id,cluster_id}. */
@NullMarked
package io.crmviews.examples.resolvecsv;

import org.jspecify.annotations.NullMarked;
