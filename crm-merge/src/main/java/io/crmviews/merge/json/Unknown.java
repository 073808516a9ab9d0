package io.crmviews.merge.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A field that this version does not know.
 *
 * @param parent where the object is that holds it
 * @param name its name
 * @param value its value
 */
record Unknown(JsonPointer parent, String name, JsonNode value) {

    /** Puts the field back where its object still is and nothing else has its name. */
    void restore(ObjectNode root) {
        if (root.at(parent) instanceof ObjectNode object && !object.has(name)) {
            object.set(name, value);
        }
    }

    @Override
    public String toString() {
        return "Unknown";
    }
}
