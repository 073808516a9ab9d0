/** The process, its lines, and what they mean in each dialect. */
package io.crmviews.bridge.jsonlines.internal;
