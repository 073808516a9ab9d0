/** Where a fact comes from and which version of it this is: record keys, revisions, sources, channels. */
package io.crmviews.model.source;
