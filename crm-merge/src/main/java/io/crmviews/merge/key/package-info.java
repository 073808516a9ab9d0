/** From features to keys: which records are worth comparing. Pure. */
package io.crmviews.merge.key;
