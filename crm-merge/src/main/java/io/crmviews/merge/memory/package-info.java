/** The store that needs nothing but the heap. */
package io.crmviews.merge.memory;
