package io.crmviews.store.jdbc.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmviews.spi.store.StoredNode;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the engine prepared for nodes, as long as there is room. A node's id and check are a hash of its features, so what
 * was made of them under one model stays true whoever writes meanwhile. Thread-safe.
 */
final class Attachments {

    private final AtomicReference<String> model = new AtomicReference<>("");
    private final Cache<Long, Kept> kept;

    private record Kept(long check, Object attachment) {}

    Attachments(long most) {
        kept = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    @Nullable
    Object of(long id, long check) {
        Kept found = kept.getIfPresent(id);
        return found == null || found.check != check ? null : found.attachment;
    }

    /** Keeps what a decision prepared; another model makes all of it void. */
    void keep(String decidedBy, Iterable<StoredNode> nodes) {
        if (!decidedBy.equals(model.getAndSet(decidedBy))) {
            kept.invalidateAll();
        }
        for (StoredNode node : nodes) {
            Object attachment = node.attachment();
            if (attachment != null) {
                kept.put(node.id(), new Kept(node.check(), attachment));
            }
        }
    }
}
