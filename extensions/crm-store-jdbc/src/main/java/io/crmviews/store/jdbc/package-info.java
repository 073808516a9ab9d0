/** The durable stores. */
package io.crmviews.store.jdbc;
