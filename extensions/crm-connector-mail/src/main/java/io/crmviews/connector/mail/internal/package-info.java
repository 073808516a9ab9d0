/** How mailboxes are read and mail is sent. */
package io.crmviews.connector.mail.internal;
