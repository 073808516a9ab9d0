/** What changed for customers, as references and field names only, never values. */
package io.crmviews.model.change;
