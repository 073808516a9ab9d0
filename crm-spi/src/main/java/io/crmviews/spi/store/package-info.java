/** What a store keeps and how the engine reads and writes it: read set, pure decision, write set. */
package io.crmviews.spi.store;
