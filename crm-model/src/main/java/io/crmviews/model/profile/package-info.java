/** What is known of a customer: its id, the fields of a profile, and per field the winning value, record and rule. */
package io.crmviews.model.profile;
