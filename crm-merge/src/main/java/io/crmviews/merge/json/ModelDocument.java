package io.crmviews.merge.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.crmviews.merge.weigh.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A model as a JSON document: to keep it under version control, to look at it, to carry it from where it was trained to
 * where it is used. What is read back equals what was written, and one model gives one text.
 *
 * <p>The document holds no value of a record, but the 64-bit hashes of values that are frequent: words, dates, streets and
 * places that stand in two records or more, and e-mail addresses, phone numbers and identifiers in eight or more. Who knows
 * a value can tell whether it is frequent; keep the document where the records themselves may be kept.
 *
 * <p>A reader refuses a document that is cut off, of another format, made with another version of the library's
 * normalisers, keys, comparators or word lists, that has NaN or infinity for a number, lacks a level or has one that is
 * unknown, or was changed since it was written; each time in one sentence that names the place. All methods are
 * thread-safe and cost time in proportion to the document.
 */
public final class ModelDocument {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Read as numbers, so that they can be refused by name and not as bad syntax.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private ModelDocument() {}

    /**
     * Writes a model.
     *
     * @param model the model
     * @param out receives the document in UTF-8; not closed
     * @throws IOException if it cannot be written to
     */
    public static void write(Model model, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            new ModelWriter(json).write(model);
        }
    }

    /**
     * Reads a model.
     *
     * @param in a document in UTF-8; not closed
     * @return the model
     * @throws JsonFormatException if the document is not one that {@link #write} wrote for this version of the library;
     *     the message says what is wrong and where
     * @throws IOException if it cannot be read from
     */
    public static Model read(InputStream in) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            return new ModelReader(json).read();
        }
    }
}
