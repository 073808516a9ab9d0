package io.crmviews.bridge.jsonlines.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmviews.spi.channel.ConnectorException;
import java.util.List;

/** What one line of a source says. */
sealed interface Told {

    /** A record. */
    record Row(String stream, JsonNode data) implements Told {}

    /** From where a later run goes on. */
    record State(String of, JsonNode state) implements Told {}

    /** The key fields of a stream. */
    record Keys(String stream, List<String> fields) implements Told {}

    /** The source fails, whatever its exit code will be. */
    record Failure(ConnectorException.Kind kind) implements Told {}

    /** A list of its streams. */
    record Catalog(JsonNode streams) implements Told {}

    /** Something that nobody needs. */
    record Nothing() implements Told {}
}
