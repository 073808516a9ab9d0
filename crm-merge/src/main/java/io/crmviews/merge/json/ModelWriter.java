package io.crmviews.merge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.weigh.Constraints;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Frequencies.Kind;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Versions;
import java.io.IOException;
import java.util.HexFormat;
import java.util.TreeSet;

/** Writes one model, members in a fixed order. */
final class ModelWriter {

    static final int FORMAT = 1;

    private final JsonGenerator json;

    ModelWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Model model) throws IOException {
        json.writeStartObject();
        json.writeNumberField("crmModel", FORMAT);
        json.writeStringField("checksum", model.checksum());
        versions(Versions.current());
        json.writeNumberField("expectedCustomers", model.expectedCustomers());
        json.writeArrayFieldStart("duplicateFreeSources");
        for (String source : new TreeSet<>(model.duplicateFree())) {
            json.writeString(source);
        }
        json.writeEndArray();
        constraints(model.constraints());
        parameters(model);
        json.writeObjectFieldStart("caps");
        for (KeyType type : KeyType.values()) {
            json.writeNumberField(type.documentName(), model.caps().of(type));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("scoringCaps");
        for (KeyType type : KeyType.values()) {
            if (type.isIdentifier()) {
                json.writeNumberField(type.documentName(), model.caps().scoringOf(type));
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("frequencies");
        for (Kind kind : Kind.values()) {
            frequencies(model.frequencies(), kind);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void versions(Versions versions) throws IOException {
        json.writeObjectFieldStart("versions");
        json.writeStringField("normaliser", hex(versions.normaliser()));
        json.writeStringField("keys", hex(versions.keys()));
        json.writeStringField("comparators", hex(versions.comparators()));
        json.writeStringField("wordLists", hex(versions.wordLists()));
        json.writeEndObject();
    }

    private void constraints(Constraints constraints) throws IOException {
        json.writeArrayFieldStart("exclusiveIdentifiers");
        for (Constraints.Exclusive one : constraints.exclusive()) {
            json.writeStartObject();
            json.writeStringField("type", one.type());
            json.writeStringField("issuer", one.issuer());
            json.writeStringField("checkDigit", one.checkDigit().documentName());
            json.writeEndObject();
        }
        json.writeEndArray();
        limits(constraints);
    }

    private void limits(Constraints constraints) throws IOException {
        json.writeArrayFieldStart("limits");
        for (Constraints.Limit one : constraints.limits()) {
            json.writeStartObject();
            json.writeStringField("of", one.of().documentName());
            json.writeStringField("type", one.type());
            json.writeNumberField("most", one.most());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void parameters(Model model) throws IOException {
        json.writeObjectFieldStart("parameters");
        for (Parameter parameter : Parameter.values()) {
            // Exact: a weight is a whole number of 1/1024 bits.
            json.writeNumberField(
                    parameter.documentName(), (double) model.parameters().get(parameter) / Model.BIT);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("origins");
        for (Parameter parameter : Parameter.values()) {
            Origin origin = model.parameters().origin(parameter);
            if (origin != Origin.SHIPPED) {
                json.writeStringField(parameter.documentName(), origin.documentName());
            }
        }
        json.writeEndObject();
    }

    private void frequencies(Frequencies frequencies, Kind kind) throws IOException {
        json.writeObjectFieldStart(kind.documentName());
        json.writeNumberField("records", frequencies.records(kind));
        json.writeObjectFieldStart("counts");
        for (long hash : frequencies.values(kind)) {
            json.writeNumberField(hex(hash), frequencies.count(kind, hash));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    static String hex(long hash) {
        return HexFormat.of().toHexDigits(hash);
    }
}
