package io.crmviews.store.jdbc;

import io.crmviews.spi.store.CustomerStore;
import io.crmviews.store.tck.ResolutionContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

class PostgresResolutionTest extends ResolutionContract {

    private DataSource source;

    @BeforeEach
    void needsAServer() {
        source = LocalPostgres.schema();
    }

    @Override
    protected CustomerStore create() {
        source = LocalPostgres.schema();
        return JdbcStore.postgres(source);
    }

    @Override
    protected CustomerStore reopen(CustomerStore store) {
        store.close();
        return JdbcStore.postgres(source);
    }

    @Override
    protected int programs() {
        return 20;
    }
}
