/** The receiver and what it makes of requests. */
package io.crmviews.connector.webhook.internal;
