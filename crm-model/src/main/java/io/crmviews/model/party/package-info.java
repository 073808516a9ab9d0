/** Who somebody is and how to reach them: kinds, names, dates, identifiers, contact media. Immutable values. */
package io.crmviews.model.party;
