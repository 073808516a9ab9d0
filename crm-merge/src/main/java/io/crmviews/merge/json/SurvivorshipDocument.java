package io.crmviews.merge.json;

import io.crmviews.merge.golden.Survivorship;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.util.Collection;
import java.util.List;

/**
 * A survivorship policy as a JSON document, to keep under version control and to review. What is read back decides as what
 * was written, and one policy gives one text. A checksum tells a document that was changed by hand from the one that was
 * agreed on; leave the member out in a document that is being written.
 *
 * <pre>{@code
 * {
 *   "crmSurvivorship": 1,
 *   "policy": "branches", "version": "3",
 *   "groups": {
 *     "address": {"by": [{"rule": "whole-first"}, {"rule": "most-recent"}]},
 *     "email": {"keep": "all", "by": [{"rule": "verified-first"}, {"rule": "most-recent"}]}},
 *   "fields": {
 *     "birthDate": {"by": [
 *       {"rule": "source-priority", "arguments": ["crm"], "when": {"since": "2024-01-01T00:00:00Z"}},
 *       {"rule": "most-frequent"}]}}
 * }
 * }</pre>
 *
 * <p>Groups that are not named keep the rule of {@link Survivorship#standard()}. A document with an unknown member, rule
 * or field is refused in a sentence that names the place. All methods are thread-safe.
 */
public final class SurvivorshipDocument {

    private SurvivorshipDocument() {}

    /**
     * Writes a policy.
     *
     * @param policy the policy
     * @return the document, several lines
     */
    public static String write(Survivorship policy) {
        return codec(List.of()).writePretty(policy);
    }

    /**
     * Reads a policy without custom rules.
     *
     * @param document the document
     * @return the policy
     * @throws JsonFormatException if it is not one
     */
    public static Survivorship read(String document) {
        return read(document, List.of());
    }

    /**
     * Reads a policy.
     *
     * @param document the document
     * @param customs the custom rules that it may name
     * @return the policy
     * @throws JsonFormatException if the document is not one, names an unknown rule, or was changed since it got its
     *     checksum
     */
    public static Survivorship read(String document, Collection<? extends CustomStrategy> customs) {
        Document<Survivorship> read = codec(List.copyOf(customs)).read(document);
        read.unknown().stream().findFirst().ifPresent(unknown -> {
            throw new JsonFormatException("At " + unknown.parent().appendProperty(unknown.name())
                    + ": A survivorship document has no such member.");
        });
        return read.value();
    }

    private static JsonCodec<Survivorship> codec(List<CustomStrategy> customs) {
        return new JsonCodec<>(SurvivorshipJson::write, in -> SurvivorshipJson.read(in, customs));
    }
}
