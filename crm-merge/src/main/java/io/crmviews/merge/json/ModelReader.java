package io.crmviews.merge.json;

import com.fasterxml.jackson.core.JsonParser;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.weigh.CheckDigit;
import io.crmviews.merge.weigh.Constraints;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Frequencies.Kind;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.merge.weigh.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one model, strictly: every member once and no other. */
final class ModelReader {

    private static final List<String> MEMBERS = List.of(
            "crmModel",
            "checksum",
            "versions",
            "expectedCustomers",
            "duplicateFreeSources",
            "exclusiveIdentifiers",
            "limits",
            "parameters",
            "origins",
            "caps",
            "scoringCaps",
            "frequencies");
    private static final List<String> VERSIONS = List.of("normaliser", "keys", "comparators", "wordLists");
    private static final int MOST_BITS = 10_000;

    private final StrictJson json;
    private String checksum = "";
    private long expectedCustomers;
    private final Set<String> duplicateFree = new HashSet<>();
    private final List<Constraints.Exclusive> exclusive = new ArrayList<>();
    private final List<Constraints.Limit> limits = new ArrayList<>();
    private final Map<Parameter, Double> bits = new EnumMap<>(Parameter.class);
    private final Map<Parameter, Origin> origins = new EnumMap<>(Parameter.class);
    private final Map<KeyType, Integer> caps = new EnumMap<>(KeyType.class);
    private final Map<KeyType, Integer> scoringCaps = new EnumMap<>(KeyType.class);
    private final Frequencies.Builder frequencies = new Frequencies.Builder();

    ModelReader(JsonParser parser) {
        json = new StrictJson(parser);
    }

    Model read() throws IOException {
        json.begin();
        json.object(MEMBERS, MEMBERS, this::member);
        json.end();
        Parameters parameters = Parameters.of(bits::get, name -> origins.getOrDefault(name, Origin.SHIPPED));
        Constraints constraints = new Constraints(exclusive, limits, duplicateFree);
        Model model = new Model(parameters, caps(), frequencies.build(), expectedCustomers, constraints);
        if (!model.checksum().equals(checksum)) {
            throw new JsonFormatException(
                    "At /checksum: the document was changed after it was written, since its content"
                            + " has another checksum.");
        }
        return model;
    }

    private KeyCaps caps() {
        try {
            return KeyCaps.of(caps).withScoring(scoringCaps);
        } catch (IllegalArgumentException wrong) {
            throw new JsonFormatException("At /scoringCaps: " + wrong.getMessage());
        }
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "crmModel" -> format();
            case "checksum" -> checksum = json.text();
            case "versions" -> versions();
            case "expectedCustomers" -> expectedCustomers = json.number(1, Long.MAX_VALUE);
            case "duplicateFreeSources" -> json.array(() -> duplicateFree.add(json.text()));
            case "exclusiveIdentifiers" -> json.array(this::exclusive);
            case "limits" -> json.array(this::limit);
            case "parameters" ->
                json.object(StrictJson.names(Parameter.values(), Parameter::documentName), this::parameter);
            case "origins" ->
                json.object(StrictJson.names(Parameter.values(), Parameter::documentName), List.of(), this::origin);
            case "caps" ->
                json.object(StrictJson.names(KeyType.values(), KeyType::documentName), type -> cap(type, caps));
            case "scoringCaps" -> json.object(scoring(), type -> cap(type, scoringCaps));
            default -> json.object(StrictJson.names(Kind.values(), Kind::documentName), this::kind);
        }
    }

    private void exclusive() throws IOException {
        Map<String, String> texts = new HashMap<>();
        List<String> members = List.of("type", "issuer", "checkDigit");
        json.object(members, name -> texts.put(name, json.text()));
        try {
            CheckDigit scheme = CheckDigit.ofDocumentName(texts.getOrDefault("checkDigit", ""));
            exclusive.add(new Constraints.Exclusive(
                    texts.getOrDefault("type", ""), texts.getOrDefault("issuer", ""), scheme));
        } catch (IllegalArgumentException wrong) {
            throw json.wrong("a type that is not blank and a known check digit scheme are expected");
        }
    }

    private void limit() throws IOException {
        Map<String, String> texts = new HashMap<>();
        json.object(
                List.of("of", "type", "most"),
                name -> texts.put(
                        name, name.equals("most") ? Long.toString(json.number(1, Integer.MAX_VALUE)) : json.text()));
        List<String> known = StrictJson.names(Constraints.Counted.values(), Constraints.Counted::documentName);
        String of = texts.getOrDefault("of", "");
        if (!known.contains(of)
                || of.equals("identifier") == texts.getOrDefault("type", "").isBlank()) {
            throw json.wrong("one of the words " + String.join(", ", known)
                    + " is expected, and a type if identifiers are counted");
        }
        limits.add(new Constraints.Limit(
                StrictJson.constant(Constraints.Counted.values(), Constraints.Counted::documentName, of),
                texts.getOrDefault("type", ""),
                Integer.parseInt(texts.getOrDefault("most", "1"))));
    }

    private void format() throws IOException {
        long format = json.number(0, Integer.MAX_VALUE);
        if (format != ModelWriter.FORMAT) {
            throw json.wrong(
                    "this library reads documents of format " + ModelWriter.FORMAT + ", and this one is of " + format);
        }
    }

    private void versions() throws IOException {
        Versions now = Versions.current();
        json.object(VERSIONS, name -> {
            long expected = switch (name) {
                case "normaliser" -> now.normaliser();
                case "keys" -> now.keys();
                case "comparators" -> now.comparators();
                default -> now.wordLists();
            };
            if (!json.text().equals(ModelWriter.hex(expected))) {
                throw json.wrong("the model was made with another version of the library, whose " + name
                        + " decided otherwise; calibrate or train it again");
            }
        });
    }

    private void parameter(String name) throws IOException {
        bits.put(StrictJson.constant(Parameter.values(), Parameter::documentName, name), json.decimal(MOST_BITS));
    }

    private void origin(String name) throws IOException {
        String word = json.text();
        List<String> known = StrictJson.names(Origin.values(), Origin::documentName);
        if (!known.contains(word)) {
            throw json.wrong("one of the words " + String.join(", ", known) + " is expected");
        }
        origins.put(
                StrictJson.constant(Parameter.values(), Parameter::documentName, name),
                StrictJson.constant(Origin.values(), Origin::documentName, word));
    }

    private static List<String> scoring() {
        return Arrays.stream(KeyType.values())
                .filter(KeyType::isIdentifier)
                .map(KeyType::documentName)
                .toList();
    }

    private void cap(String name, Map<KeyType, Integer> to) throws IOException {
        to.put(StrictJson.constant(KeyType.values(), KeyType::documentName, name), (int)
                json.number(1, Integer.MAX_VALUE));
    }

    private void kind(String name) throws IOException {
        Kind kind = StrictJson.constant(Kind.values(), Kind::documentName, name);
        json.object(List.of("records", "counts"), member -> {
            if (member.equals("records")) {
                frequencies.records(kind, (int) json.number(0, Integer.MAX_VALUE));
            } else {
                counts(kind);
            }
        });
    }

    private void counts(Kind kind) throws IOException {
        json.members(hash -> frequencies.count(kind, hash(hash), (int) json.number(1, Integer.MAX_VALUE)));
    }

    private long hash(String digits) {
        try {
            if (digits.length() == 2 * Long.BYTES) {
                return Long.parseUnsignedLong(digits, 16);
            }
        } catch (NumberFormatException noDigits) {
            throw json.wrong("the name of a count is a hash of 16 hexadecimal digits");
        }
        throw json.wrong("the name of a count is a hash of 16 hexadecimal digits");
    }
}
