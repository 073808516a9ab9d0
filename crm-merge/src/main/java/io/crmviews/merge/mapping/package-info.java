/**
 * From channel records to facts: a declarative, versioned document that says which field is what, and its inference from
 * column names. Pure: no I/O, no clock, no threads.
 */
package io.crmviews.merge.mapping;
