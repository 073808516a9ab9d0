package io.crmviews.merge.mapping;

import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.channel.ChannelRecord;
import java.time.Instant;
import java.util.function.Consumer;

/** What every fact has: its source, its key there, and its revision. */
final class Head {

    /** The members of a document that this class reads. */
    static final String[] MEMBERS = {"makes", "source", "key", "occurredAt"};

    private final Text source;
    private final Text key;
    private final Text occurredAt;
    private final DateFormats formats;

    private Head(Node node) {
        source = Texts.member(node, "source");
        key = Texts.member(node, "key");
        if (node.has("occurredAt") && node.at("occurredAt").has("text")) {
            Node time = node.at("occurredAt").only("text", "order", "orderBy", "formats", "locale", "firstYear");
            occurredAt = Texts.read(time.at("text"));
            formats = DateFormats.read(time);
        } else {
            occurredAt = Texts.member(node, "occurredAt");
            formats = DateFormats.read(node);
        }
    }

    static Head read(Node node) {
        return new Head(node);
    }

    /** The name of the fact: what the mapping says, else the record's own key in a source named like its stream. */
    RecordKey key(ChannelRecord record, Scope scope) {
        String statedSource = source.first(scope);
        String statedKey = key.first(scope);
        return new RecordKey(
                statedSource.isEmpty() ? record.stream() : statedSource,
                statedKey.isEmpty() ? record.key() : statedKey);
    }

    Revision revision(ChannelRecord record, Scope scope) {
        Instant time = Times.read(occurredAt.first(scope), formats, scope).orElse(record.occurredAt());
        return new Revision(record.sequence(), time, Instant.MIN);
    }

    void paths(Consumer<String> to) {
        source.paths(to);
        key.paths(to);
        occurredAt.paths(to);
        formats.paths(to);
    }
}
