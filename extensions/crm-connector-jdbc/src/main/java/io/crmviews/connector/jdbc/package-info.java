/**
 * Tables of a database as a channel, through JDBC: {@link io.crmviews.connector.jdbc.JdbcConnector}. The driver is the
 * application's.
 */
package io.crmviews.connector.jdbc;
