/**
 * The conformance kit for channel connectors, on JUnit 5. Extend {@link io.crmviews.tck.ConnectorKit}, say in a {@link
 * io.crmviews.tck.ConnectorFixture} how to fill the channel that the tests talk to, and run it: every rule of the
 * contract is a case, and a certificate says which were passed and which were skipped for want of a capability.
 */
package io.crmviews.tck;
