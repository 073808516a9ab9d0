package io.crmviews.store.jdbc;

import io.crmviews.spi.store.CustomerStore;
import io.crmviews.store.tck.ResolutionContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteResolutionTest extends ResolutionContract {

    @TempDir
    private Path folder;

    private int files;

    @Override
    protected CustomerStore create() {
        return JdbcStore.sqlite(folder.resolve(++files + ".db"));
    }

    @Override
    protected CustomerStore reopen(CustomerStore store) {
        store.close();
        return JdbcStore.sqlite(folder.resolve(files + ".db"));
    }
}
