/** What a reader gets to see of one customer: profile, records, timeline, consents, freshness, what is withheld. */
package io.crmviews.model.view;
