/** What people decide about matches, and what waits for their decision. */
package io.crmviews.model.review;
