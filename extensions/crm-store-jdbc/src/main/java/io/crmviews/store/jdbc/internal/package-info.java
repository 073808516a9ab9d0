/** Statements, their parameters and their rows; how the two databases differ. */
package io.crmviews.store.jdbc.internal;
