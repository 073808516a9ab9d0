/** What embedders derive from a customer's interactions: attributes that are computed, never stored. */
package io.crmviews.spi.derive;
