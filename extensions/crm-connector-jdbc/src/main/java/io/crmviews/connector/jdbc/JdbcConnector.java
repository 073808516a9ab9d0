package io.crmviews.connector.jdbc;

import io.crmviews.connector.jdbc.internal.JdbcOptions;
import io.crmviews.connector.jdbc.internal.JdbcSource;
import io.crmviews.connector.jdbc.internal.Tables;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.StreamInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The connector {@code jdbc}: tables or views, each with a key column and a column that grows with every change (a time
 * or a number). Rows come in the order of that column and the key; what changes later comes again. Deletes are seen by a
 * tombstone column, or by comparing all keys at the end of each pass where {@code compare} is set; comparing serves
 * tables whose keys fit the 64 KiB of a checkpoint when compressed (some ten thousand).
 *
 * <p>A row that was committed late, with an older value in that column than what was read already, is not seen: let the
 * database set the column, and prefer a number from a sequence or transaction counter where writers overlap. Rows
 * without a value in that column or the key are not seen either. Reads only. Stateless and thread-safe.
 */
public final class JdbcConnector implements ChannelConnector {

    private static final ConnectorInfo INFO = ConnectorInfo.builder("jdbc", "0.1.0")
            .title("Tables of a database")
            .channelKinds("branch", "shop", "call-centre")
            .capabilities(
                    Capability.SOURCE,
                    Capability.DISCOVER,
                    Capability.DELETES,
                    Capability.HEARD_UP_TO,
                    Capability.END_OF_DATA)
            .fields(JdbcOptions.fields())
            .build();

    /** Made by {@link java.util.ServiceLoader}. */
    public JdbcConnector() {}

    @Override
    public ConnectorInfo info() {
        return INFO;
    }

    @Override
    public List<Problem> check(Config config, Context context) {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (!problems.isEmpty()) {
            return List.copyOf(problems);
        }
        JdbcOptions options = JdbcOptions.of(config);
        problems.addAll(options.problems());
        if (problems.isEmpty()) {
            try (Connection connection = options.connect()) {
                problems.addAll(Tables.problems(connection, options));
            } catch (SQLException e) {
                problems.add(Problem.of("url", Tables.told(e)));
            }
        }
        return List.copyOf(problems);
    }

    @Override
    public List<StreamInfo> discover(Config config, Context context) throws ConnectorException {
        JdbcOptions options = usable(config);
        try (Connection connection = options.connect()) {
            return Tables.streams(connection, options);
        } catch (SQLException e) {
            throw Tables.failure(e);
        }
    }

    @Override
    public ChannelSource openSource(Config config, Checkpoint from, Context context) throws ConnectorException {
        return JdbcSource.open(usable(config), from, context);
    }

    private static JdbcOptions usable(Config config) throws ConnectorException {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (problems.isEmpty()) {
            problems.addAll(JdbcOptions.of(config).problems());
        }
        if (!problems.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIG, "The configuration is not usable: " + problems.get(0));
        }
        return JdbcOptions.of(config);
    }
}
