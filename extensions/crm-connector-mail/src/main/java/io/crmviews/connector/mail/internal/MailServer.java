package io.crmviews.connector.mail.internal;

import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;

/** A line to an IMAP server. Owned by one thread. */
public final class MailServer implements AutoCloseable {

    private final MailOptions options;
    private final Session session;
    private final Store store;

    private MailServer(MailOptions options, Session session, Store store) {
        this.options = options;
        this.session = session;
        this.store = store;
    }

    /**
     * Connects and logs in.
     *
     * @param options what to connect to
     * @return an open line
     * @throws ConnectorException if the server is not there or refuses
     */
    public static MailServer connect(MailOptions options) throws ConnectorException {
        Session session = Session.getInstance(options.properties());
        Store store = null;
        try {
            store = session.getStore(options.protocol("imap"));
            store.connect(
                    options.host(),
                    options.port(),
                    options.user(),
                    options.password().reveal());
            return new MailServer(options, session, store);
        } catch (MessagingException e) {
            if (store != null) {
                closeQuietly(store);
            }
            throw failure(e);
        }
    }

    Session session() {
        return session;
    }

    Folder folder(String name) throws MessagingException {
        return store.getFolder(name);
    }

    /**
     * Finds out whether every folder is there.
     *
     * @throws ConnectorException of kind {@code CONFIG} if one is not
     */
    public void proveFolders() throws ConnectorException {
        try {
            for (String name : options.folders()) {
                if (!folder(name).exists()) {
                    throw new ConnectorException(Kind.CONFIG, "There is no folder " + name + ".");
                }
            }
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    /** Sorts a failure. Its message is dropped, since servers quote users and addresses in theirs. */
    static ConnectorException failure(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return new ConnectorException(Kind.AUTH, "The mail server refuses the user or password.");
        }
        if (e instanceof FolderNotFoundException) {
            return new ConnectorException(Kind.CONFIG, "A folder that is to be read is not there.");
        }
        return new ConnectorException(
                Kind.TRANSIENT, "The mail server fails: " + e.getClass().getSimpleName() + ".");
    }

    @Override
    public void close() {
        closeQuietly(store);
    }

    private static void closeQuietly(Store store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // It was only read from; the server notices that the line is gone.
            return;
        }
    }
}
