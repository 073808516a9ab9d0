/**
 * Facts, profiles, views and changes as JSON. Values equal to their default are left out; fields that this version does
 * not know are kept through a round trip. No message quotes a value.
 */
package io.crmviews.merge.json;
