/** How tables are read bit by bit. */
package io.crmviews.connector.jdbc.internal;
