/** How requests to a webhook are signed, for whoever sends them. */
package io.crmviews.connector.webhook.signature;
