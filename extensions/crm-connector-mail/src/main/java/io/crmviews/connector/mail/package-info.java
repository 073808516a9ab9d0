/**
 * A mailbox as a channel, through IMAP, and mail out, through SMTP: {@link io.crmviews.connector.mail.MailConnector}.
 */
package io.crmviews.connector.mail;
