/** What rights of people need: the key of tombstones, duties to keep, receipts. Pure. */
package io.crmviews.merge.rights;
