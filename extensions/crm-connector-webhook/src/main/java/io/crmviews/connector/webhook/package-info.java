/**
 * HTTP push as a channel: {@link io.crmviews.connector.webhook.WebhookConnector} receives signed CloudEvents, and {@link
 * io.crmviews.connector.webhook.signature.WebhookSignature} signs them, for whoever sends.
 */
package io.crmviews.connector.webhook;
