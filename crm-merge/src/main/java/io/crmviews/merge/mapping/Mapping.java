package io.crmviews.merge.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crmviews.model.fact.Fact;
import io.crmviews.spi.channel.ChannelRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A declarative, versioned document that turns channel records into facts. It is read strictly: an unknown member, a
 * wrong type or a missing one is a {@link MappingException} that names the place. Immutable and thread-safe; mapping is
 * deterministic and costs time in proportion to the record.
 */
public final class Mapping {

    /** The version of the document's format that this library writes and reads. */
    public static final int FORMAT = 1;

    /** The name of the stream rules that count for every stream without rules of its own. */
    public static final String ANY_STREAM = "*";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode document;
    private final String name;
    private final String version;
    private final Set<String> absent;
    private final Map<String, List<Production>> streams = new LinkedHashMap<>();

    private Mapping(JsonNode document) {
        Node root = new Node(document, "").only("crmMapping", "name", "version", "absent", "streams");
        if (root.at("crmMapping").json().asInt() != FORMAT) {
            throw root.at("crmMapping").error("the format " + FORMAT + " is expected here.");
        }
        this.document = document;
        this.name = root.at("name").text();
        this.version = root.at("version").text();
        this.absent = new HashSet<>(root.texts("absent"));
        Node rules = root.at("streams");
        rules.members().forEach(stream -> streams.put(stream, Productions.read(rules.at(stream))));
    }

    /**
     * Reads a document.
     *
     * @param json the document's text
     * @return the mapping
     * @throws MappingException if it is no JSON, or says something that is not known; the message names the place
     */
    public static Mapping parse(String json) {
        try {
            JsonNode document = JSON.readTree(json);
            if (document == null || document.isMissingNode()) {
                throw new MappingException("line 1", "the document is empty.");
            }
            return new Mapping(document);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? "/"
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new MappingException(place, "this is no valid JSON: " + e.getOriginalMessage() + ".");
        }
    }

    /** A mapping made by the library itself. */
    static Mapping of(JsonNode document) {
        return new Mapping(document.deepCopy());
    }

    /**
     * The name of the document.
     *
     * @return the name, not blank
     */
    public String name() {
        return name;
    }

    /**
     * The version of the document, as its author counts.
     *
     * @return the version, not blank
     */
    public String version() {
        return version;
    }

    /**
     * Turns one channel record into facts.
     *
     * @param record the record
     * @return its facts, or why there are none
     */
    public MappingResult map(ChannelRecord record) {
        Optional<List<Production>> productions = rules(record.stream());
        if (productions.isEmpty()) {
            return new MappingResult.Refused("The mapping " + name + " has no rules for the stream " + record.stream()
                    + "." + Nearest.hint(record.stream(), streams.keySet()));
        }
        Scope scope = new Scope(record.fields(), absent);
        List<Fact> facts = new ArrayList<>(2);
        for (Production production : productions.get()) {
            production.make(record, scope, facts);
        }
        return scope.refusal().isEmpty() ? new MappingResult.Facts(facts) : new MappingResult.Refused(scope.refusal());
    }

    /**
     * The fields that the rules for a stream read, so that a caller who knows which there are can find a misspelt one.
     *
     * @param stream the name of a stream
     * @return paths as the document writes them, in its order; empty if there are no rules
     */
    public Set<String> fields(String stream) {
        Set<String> paths = new LinkedHashSet<>();
        rules(stream).ifPresent(productions -> productions.forEach(production -> production.paths(paths::add)));
        return Collections.unmodifiableSet(paths);
    }

    private Optional<List<Production>> rules(String stream) {
        return Optional.ofNullable(streams.getOrDefault(stream, streams.get(ANY_STREAM)));
    }

    /**
     * The document, to be kept, read or changed by hand.
     *
     * @return JSON, indented; {@link #parse(String)} reads it
     */
    public String toJson() {
        return document.toPrettyString();
    }

    @Override
    public String toString() {
        return "Mapping[" + name + " " + version + "]";
    }
}
