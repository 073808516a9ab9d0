package io.crmviews.store.tck;

import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.spi.store.CustomerStore;

class MemoryStoreTest extends ResolutionContract {

    @Override
    protected CustomerStore create() {
        return new MemoryStore();
    }
}
