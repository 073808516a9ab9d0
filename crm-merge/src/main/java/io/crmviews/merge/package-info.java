/** The entry point of an embedding application: {@link io.crmviews.merge.CustomerViews}. */
package io.crmviews.merge;
