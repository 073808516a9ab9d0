/** What the kit needs besides its cases: the certificate and the process that is killed. */
package io.crmviews.tck.internal;
