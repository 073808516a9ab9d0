/** One synchronous step: read set, pure decision, write set. */
package io.crmviews.merge.ingest;
