package io.crmviews.merge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.merge.explain.Forecast;
import io.crmviews.merge.explain.Formation;
import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.explain.SearchResult;
import io.crmviews.merge.explain.Separation;
import io.crmviews.merge.view.FeedPage;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.view.CustomerView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Writes and reads one kind of value as JSON. What is read back equals what was written. Immutable, deterministic, safe
 * for any thread.
 *
 * <p>A text may have at most 16,777,216 characters, values nested 32 deep, single texts of 4,194,304 characters and
 * amounts of 1,000 digits; names must not repeat in an object.
 *
 * @param <T> the kind of value
 */
public final class JsonCodec<T> {

    private static final int MAX_TEXT = 16 * 1024 * 1024;
    private static final int MAX_STRING = 4 * 1024 * 1024;
    private static final int MAX_DEPTH = 32;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final BiConsumer<T, Out> writer;
    private final Function<In, T> reader;

    private JsonCodec(BiConsumer<T, Out> writer, Function<In, T> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Facts of every kind.
     *
     * @return the codec
     */
    public static JsonCodec<Fact> facts() {
        return new JsonCodec<>(FactJson::write, FactJson::read);
    }

    /**
     * Golden profiles.
     *
     * @return the codec
     */
    public static JsonCodec<GoldenProfile> profiles() {
        return new JsonCodec<>(ProfileJson::write, ProfileJson::read);
    }

    /**
     * Customer views.
     *
     * @return the codec
     */
    public static JsonCodec<CustomerView> views() {
        return new JsonCodec<>(ViewJson::write, ViewJson::read);
    }

    /**
     * Changes of every kind.
     *
     * @return the codec
     */
    public static JsonCodec<Change> changes() {
        return new JsonCodec<>(ChangeJson::write, ChangeJson::read);
    }

    /**
     * Explanations of pairs.
     *
     * @return the codec
     */
    public static JsonCodec<PairExplanation> explanations() {
        return new JsonCodec<>(ExplainJson::write, ExplainJson::pair);
    }

    /**
     * Explanations of what keeps two records apart.
     *
     * @return the codec
     */
    public static JsonCodec<Separation> separations() {
        return new JsonCodec<>(ExplainJson::write, ExplainJson::separation);
    }

    /**
     * Explanations of how a customer came together.
     *
     * @return the codec
     */
    public static JsonCodec<Formation> formations() {
        return new JsonCodec<>(ExplainJson::write, ExplainJson::formation);
    }

    /**
     * What a record would do.
     *
     * @return the codec
     */
    public static JsonCodec<Forecast> forecasts() {
        return new JsonCodec<>(ExplainJson::write, ExplainJson::forecast);
    }

    /**
     * Results of searches.
     *
     * @return the codec
     */
    public static JsonCodec<SearchResult> searches() {
        return new JsonCodec<>(ExplainJson::write, ExplainJson::search);
    }

    /**
     * Pages of the change feed.
     *
     * @return the codec
     */
    public static JsonCodec<FeedPage> feeds() {
        return new JsonCodec<>(ChangeJson::write, ChangeJson::page);
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @return one line of JSON; the same for equal values
     */
    public String write(T value) {
        return write(new Document<>(value, List.of()));
    }

    /**
     * Writes a value and the fields that were unknown when it was read.
     *
     * @param document the value and those fields
     * @return one line of JSON
     */
    public String write(Document<T> document) {
        ObjectNode root = MAPPER.createObjectNode();
        writer.accept(document.value(), new Out(root));
        document.unknown().forEach(field -> field.restore(root));
        return root.toString();
    }

    /**
     * Reads a value.
     *
     * @param json what {@link #write} wrote, now or in another version
     * @return the value and the fields that this version does not know
     * @throws JsonFormatException if the text is not JSON, is too large, or states something impossible
     */
    public Document<T> read(String json) {
        if (json.length() > MAX_TEXT) {
            throw new JsonFormatException("A text of JSON has at most " + MAX_TEXT + " characters.");
        }
        if (!(parse(json) instanceof ObjectNode root)) {
            throw new JsonFormatException("A value is written as a JSON object.");
        }
        List<Unknown> unknown = new ArrayList<>();
        T value = new In(root, JsonPointer.empty(), unknown).read(reader);
        return new Document<>(value, unknown);
    }

    /** The parser's own message may quote the text, so only the place is told. */
    @SuppressWarnings("PreserveStackTrace") // The cause would carry the text into logs.
    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new JsonFormatException("The text is not JSON of a permitted size and depth" + place + ".");
        }
    }
}
