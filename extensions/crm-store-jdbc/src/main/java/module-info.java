import org.jspecify.annotations.NullMarked;

/**
 * A durable store over JDBC: SQLite in a file of the process's own, or PostgreSQL shared by several processes.
 */
@NullMarked
module io.crmviews.store.jdbc {
    requires com.github.benmanes.caffeine;
    requires transitive io.crmviews.merge;
    requires transitive java.sql;
    requires static org.jspecify;

    exports io.crmviews.store.jdbc;
}
