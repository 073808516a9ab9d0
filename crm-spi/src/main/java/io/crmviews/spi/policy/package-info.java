/** Who reads, and what they may see: the contract of access policies. Everything is denied unless granted. */
package io.crmviews.spi.policy;
