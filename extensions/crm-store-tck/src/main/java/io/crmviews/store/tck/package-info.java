/** The contract of stores as tests to extend. */
package io.crmviews.store.tck;
