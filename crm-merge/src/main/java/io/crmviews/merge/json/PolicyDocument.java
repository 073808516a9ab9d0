package io.crmviews.merge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.spi.policy.Access.Question;
import io.crmviews.spi.policy.AccessPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * An access policy as a JSON document: to keep under version control what each audience may see for which purpose.
 *
 * <pre>{@code
 * {"accessPolicy": 1, "version": "2026-02", "grants": [
 *   {"audience": "agent", "purpose": "service", "questions": ["find", "view"], "groups": ["name", "email"],
 *    "fields": ["identifier:loyalty-card"], "sources": ["*"], "interactions": ["*"], "newerThanDays": 730,
 *    "consents": ["*"]}]}
 * }</pre>
 *
 * <p>Whatever is not granted is denied, and a member that is not known is refused, since it might have been meant to narrow
 * something. Immutable.
 *
 * @param version the embedder's own name of this version, not blank
 * @param grants the grants
 */
public record PolicyDocument(String version, List<Grant> grants) {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final List<String> MEMBERS = List.of("accessPolicy", "version", "grants");
    private static final List<String> TERMS = List.of(
            "audience",
            "purpose",
            "questions",
            "fields",
            "groups",
            "sources",
            "interactions",
            "consents",
            "restricted",
            "newerThanDays",
            "log");
    private static final int MOST_DAYS = 100_000;

    /** Copies the grants and checks the version. */
    public PolicyDocument {
        if (version.isBlank()) {
            throw new IllegalArgumentException("A policy has a version.");
        }
        grants = List.copyOf(grants);
    }

    /**
     * Reads a document.
     *
     * @param json the document
     * @return the policy
     * @throws JsonFormatException if it is malformed, or has a member or a name that is not known; the text names the place
     *     and quotes nothing
     */
    public static PolicyDocument parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return new Reading(new StrictJson(parser)).document();
        } catch (IOException unreadable) {
            throw new JsonFormatException("The policy document cannot be read.");
        }
    }

    /**
     * The policy.
     *
     * @param now gives the present instant, by which the age of an interaction is told
     * @return a policy that shows what the grants name, and nothing else
     */
    public AccessPolicy policy(Supplier<Instant> now) {
        return Policies.granting(now, grants);
    }

    /** Reads one document. */
    private static final class Reading {

        private final StrictJson json;
        private final List<Grant> grants = new ArrayList<>();
        private String version = "";

        Reading(StrictJson json) {
            this.json = json;
        }

        PolicyDocument document() throws IOException {
            json.begin();
            json.object(MEMBERS, name -> {
                switch (name) {
                    case "accessPolicy" -> json.number(1, 1);
                    case "version" -> version = named();
                    default -> json.array(this::grant);
                }
            });
            json.end();
            return new PolicyDocument(version, grants);
        }

        private String named() throws IOException {
            String text = json.text();
            if (text.isBlank()) {
                throw json.wrong("a name is expected");
            }
            return text;
        }

        private void grant() throws IOException {
            String[] head = {"", ""};
            Grant[] grant = {Grant.to(Grant.ANY, Grant.ANY)};
            json.object(TERMS, List.of("audience", "purpose"), name -> {
                switch (name) {
                    case "audience" -> head[0] = named();
                    case "purpose" -> head[1] = named();
                    case "newerThanDays" -> grant[0] = grant[0].newerThan(Duration.ofDays(json.number(1, MOST_DAYS)));
                    case "log" -> {
                        if (!json.text().equals("first")) {
                            throw json.wrong("only first is known here");
                        }
                        grant[0] = grant[0].logFirst();
                    }
                    default -> json.array(() -> grant[0] = wider(grant[0], name, named()));
                }
            });
            grants.add(grant[0].audience(head[0], head[1]));
        }

        private Grant wider(Grant grant, String member, String name) {
            return switch (member) {
                case "questions" -> grant.questions(constant(Question.values(), name));
                case "groups" -> grant.groups(constant(FieldGroup.values(), name));
                case "fields" -> grant.fields(field(name));
                case "sources" -> grant.sources(name);
                case "interactions" -> grant.interactions(name);
                case "consents" -> grant.consents(name);
                default -> grant.restricted(name);
            };
        }

        private Field field(String name) {
            try {
                return Field.parse(name);
            } catch (IllegalArgumentException unknown) {
                throw json.wrong("this field is not known");
            }
        }

        private <E extends Enum<E>> E constant(E[] all, String name) {
            return Arrays.stream(all)
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> json.wrong("this name is not known"));
        }
    }
}
