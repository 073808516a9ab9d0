/** What the kit needs besides its cases: scratch folders and the process that is killed. */
package io.crmviews.tck.internal;
