/**
 * Sources that print JSON lines, run as processes of their own: {@link io.crmviews.bridge.jsonlines.JsonLinesBridge}.
 */
package io.crmviews.bridge.jsonlines;
