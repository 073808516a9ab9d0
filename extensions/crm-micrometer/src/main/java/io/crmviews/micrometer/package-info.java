/** How sources do, as meters: {@link io.crmviews.micrometer.SourceMetrics}. */
package io.crmviews.micrometer;
