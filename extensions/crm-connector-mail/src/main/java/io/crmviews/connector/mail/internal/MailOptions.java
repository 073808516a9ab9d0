package io.crmviews.connector.mail.internal;

import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What the connector is told.
 *
 * @param host the IMAP server
 * @param port its port
 * @param security {@code tls}, {@code starttls} or {@code none}
 * @param user who asks
 * @param password the user's password
 * @param folders what to read
 * @param maxMessageBytes the largest message that is read
 * @param smtpHost the SMTP server; empty if nothing is sent
 * @param smtpPort its port
 * @param from the sender's address; empty if nothing is sent
 * @param sent the folder that holds what was sent
 */
public record MailOptions(
        String host,
        int port,
        String security,
        String user,
        Secret password,
        List<String> folders,
        long maxMessageBytes,
        String smtpHost,
        int smtpPort,
        String from,
        String sent) {

    private static final String TIMEOUT = "10000";

    private static final ConfigField HOST = ConfigField.builder("host", ConfigField.Type.TEXT)
            .description("The IMAP server.")
            .required()
            .build();
    private static final ConfigField PORT = ConfigField.builder("port", ConfigField.Type.NUMBER)
            .description("Its port.")
            .defaultValue("993")
            .build();
    private static final ConfigField SECURITY = ConfigField.builder("security", ConfigField.Type.CHOICE)
            .description("How the lines are protected; none is for the loopback address only.")
            .choices("tls", "starttls", "none")
            .defaultValue("tls")
            .build();
    private static final ConfigField USER = ConfigField.builder("user", ConfigField.Type.TEXT)
            .description("Whose mailbox it is.")
            .required()
            .build();
    private static final ConfigField PASSWORD = ConfigField.builder("password", ConfigField.Type.SECRET)
            .description("The mailbox's password.")
            .required()
            .build();
    private static final ConfigField FOLDERS = ConfigField.builder("folders", ConfigField.Type.LIST)
            .description("The folders to read.")
            .defaultValue("INBOX")
            .build();
    private static final ConfigField MAX_BYTES = ConfigField.builder("maxMessageBytes", ConfigField.Type.NUMBER)
            .description("The largest message that is read; attachments count.")
            .defaultValue("33554432")
            .build();
    private static final ConfigField SMTP_HOST = ConfigField.builder("smtpHost", ConfigField.Type.TEXT)
            .description("The SMTP server, to send.")
            .build();
    private static final ConfigField SMTP_PORT = ConfigField.builder("smtpPort", ConfigField.Type.NUMBER)
            .description("Its port.")
            .defaultValue("465")
            .build();
    private static final ConfigField FROM = ConfigField.builder("from", ConfigField.Type.TEXT)
            .description("The sender's address, to send.")
            .build();
    private static final ConfigField SENT = ConfigField.builder("sentFolder", ConfigField.Type.TEXT)
            .description("The folder that holds what was sent; made if it is absent.")
            .defaultValue("Sent")
            .build();

    /**
     * The declared fields.
     *
     * @return the fields, in the order to show
     */
    public static ConfigField[] fields() {
        return new ConfigField[] {
            HOST, PORT, SECURITY, USER, PASSWORD, FOLDERS, MAX_BYTES, SMTP_HOST, SMTP_PORT, FROM, SENT
        };
    }

    /**
     * Understands a configuration.
     *
     * @param config a configuration without problems
     * @return the options
     */
    public static MailOptions of(Config config) {
        return new MailOptions(
                config.text(HOST).strip(),
                Math.toIntExact(config.number(PORT)),
                config.text(SECURITY).strip(),
                config.text(USER),
                config.secret(PASSWORD).orElseThrow(),
                List.copyOf(config.list(FOLDERS)),
                config.number(MAX_BYTES),
                config.text(SMTP_HOST).strip(),
                Math.toIntExact(config.number(SMTP_PORT)),
                config.text(FROM).strip(),
                config.text(SENT).strip());
    }

    /**
     * What is wrong although every field is of its type.
     *
     * @param config the configuration
     * @return the problems
     */
    public static List<Problem> problems(Config config) {
        List<Problem> problems = new ArrayList<>();
        for (ConfigField port : List.of(PORT, SMTP_PORT)) {
            if (config.number(port) < 1 || config.number(port) > 65_535) {
                problems.add(Problem.of(port.name(), "A port is a number from 1 to 65535."));
            }
        }
        if (config.number(MAX_BYTES) < 1 || config.number(MAX_BYTES) > Integer.MAX_VALUE / 2) {
            problems.add(Problem.of(MAX_BYTES.name(), "This field needs a number from 1 to a thousand million."));
        }
        if (config.text(SECURITY).equals("none")) {
            for (ConfigField host : List.of(HOST, SMTP_HOST)) {
                proveLoopback(config, host, problems);
            }
        }
        return problems;
    }

    private static void proveLoopback(Config config, ConfigField host, List<Problem> problems) {
        try {
            String name = config.text(host).strip();
            if (!name.isEmpty() && !InetAddress.getByName(name).isLoopbackAddress()) {
                problems.add(Problem.of(host.name(), "An unprotected line goes to the loopback address only."));
            }
        } catch (UnknownHostException e) {
            problems.add(Problem.of(host.name(), "There is no such host."));
        }
    }

    /** The protocol's name for the mail library. */
    String protocol(String plain) {
        return security.equals("tls") ? plain + "s" : plain;
    }

    /** What the mail library is told. */
    Properties properties() {
        Properties properties = new Properties();
        for (String plain : List.of("imap", "smtp")) {
            String prefix = "mail." + protocol(plain) + ".";
            properties.setProperty(prefix + "connectiontimeout", TIMEOUT);
            properties.setProperty(prefix + "timeout", TIMEOUT);
            properties.setProperty(prefix + "writetimeout", TIMEOUT);
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
            properties.setProperty(prefix + "starttls.enable", Boolean.toString(security.equals("starttls")));
            properties.setProperty(prefix + "starttls.required", Boolean.toString(security.equals("starttls")));
        }
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.base64.ignoreerrors", "true");
        return properties;
    }
}
