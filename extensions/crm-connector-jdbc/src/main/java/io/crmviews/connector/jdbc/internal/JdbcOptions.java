package io.crmviews.connector.jdbc.internal;

import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What the connector is told.
 *
 * @param url where the database is
 * @param user who asks
 * @param password the user's password
 * @param tables what to read
 * @param compare whether deletes are found by comparing all keys
 * @param zone the zone of times that state none
 */
public record JdbcOptions(
        String url, String user, Optional<Secret> password, List<Table> tables, boolean compare, String zone) {

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*(\\.[\\p{L}_][\\p{L}\\p{N}_$]*){0,2}");

    private static final ConfigField URL = ConfigField.builder("url", ConfigField.Type.TEXT)
            .description("Where the database is, such as jdbc:postgresql://host/crm; no password in it.")
            .required()
            .build();
    private static final ConfigField USER = ConfigField.builder("user", ConfigField.Type.TEXT)
            .description("Who asks: a user that may read and nothing else.")
            .build();
    private static final ConfigField PASSWORD = ConfigField.builder("password", ConfigField.Type.SECRET)
            .description("The user's password.")
            .build();
    private static final ConfigField TABLES = ConfigField.builder("tables", ConfigField.Type.LIST)
            .description("The tables or views to read; each is a stream.")
            .required()
            .build();
    private static final ConfigField KEY = ConfigField.builder("key", ConfigField.Type.LIST)
            .description("The key column, for all tables or as table=column.")
            .defaultValue("id")
            .build();
    private static final ConfigField CHANGED = ConfigField.builder("changed", ConfigField.Type.LIST)
            .description("The column that grows with every change, for all tables or as table=column.")
            .required()
            .build();
    private static final ConfigField DELETED = ConfigField.builder("deleted", ConfigField.Type.LIST)
            .description("The tombstone column, for all tables or as table=column: a row is gone where it holds a time,"
                    + " true or a number but 0.")
            .build();
    private static final ConfigField COMPARE = ConfigField.builder("compare", ConfigField.Type.FLAG)
            .description("Whether deletes are found by comparing all keys at the end of each pass.")
            .defaultValue("false")
            .build();
    private static final ConfigField ZONE = ConfigField.builder("zone", ConfigField.Type.TEXT)
            .description("The zone of times that state none.")
            .defaultValue("UTC")
            .build();

    /**
     * A table to read. The names go into statements and are therefore plain.
     *
     * @param name its name, which is that of its stream
     * @param key the key column
     * @param changed the column that grows with every change
     * @param deleted the tombstone column; empty for none
     */
    public record Table(String name, String key, String changed, String deleted) {}

    /**
     * The declared fields.
     *
     * @return the fields, in the order to show
     */
    public static ConfigField[] fields() {
        return new ConfigField[] {URL, USER, PASSWORD, TABLES, KEY, CHANGED, DELETED, COMPARE, ZONE};
    }

    /**
     * Understands a configuration.
     *
     * @param config a configuration whose fields are of their types
     * @return the options
     */
    public static JdbcOptions of(Config config) {
        List<Table> tables = new ArrayList<>();
        for (String name : config.list(TABLES)) {
            String table = name.strip();
            tables.add(new Table(
                    table,
                    column(config.list(KEY), table),
                    column(config.list(CHANGED), table),
                    column(config.list(DELETED), table)));
        }
        return new JdbcOptions(
                config.text(URL).strip(),
                config.text(USER),
                config.secret(PASSWORD),
                List.copyOf(tables),
                config.flag(COMPARE),
                config.text(ZONE).strip());
    }

    private static String column(List<String> texts, String table) {
        String general = "";
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                general = text.strip();
            } else if (text.substring(0, equals).strip().equals(table)) {
                return text.substring(equals + 1).strip();
            }
        }
        return general;
    }

    /**
     * What is wrong although every field is of its type.
     *
     * @return the problems
     */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Table table : tables) {
            prove(TABLES, table.name(), problems);
            prove(KEY, table.key(), problems);
            prove(CHANGED, table.changed(), problems);
            if (!table.deleted().isEmpty()) {
                prove(DELETED, table.deleted(), problems);
            }
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            problems.add(Problem.of(ZONE.name(), "There is no such zone."));
        }
        return problems;
    }

    private static void prove(ConfigField field, String name, List<Problem> problems) {
        if (!NAME.matcher(name).matches()) {
            problems.add(Problem.of(field.name(), "A name here has letters, digits, _ and $ only, and is not empty."));
        }
    }

    /**
     * Connects.
     *
     * @return an open connection
     * @throws SQLException if the database refuses
     */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        password.ifPresent(secret -> properties.setProperty("password", secret.reveal()));
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return "JdbcOptions" + tables;
    }
}
