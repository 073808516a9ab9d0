/** A connector to copy from: {@link io.crmviews.examples.connector.GuestbookConnector}. */
package io.crmviews.examples.connector;
