/** What channels said: versions of records, removals, interactions, consent events. Kept as said, never edited. */
package io.crmviews.model.fact;
