/**
 * For connectors of channels that speak JSON: bounded, strict parsing, and values as records carry them. Start at {@link
 * io.crmviews.channel.json.JsonFields}.
 */
package io.crmviews.channel.json;
