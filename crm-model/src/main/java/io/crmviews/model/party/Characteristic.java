package io.crmviews.model.party;

/**
 * A statement that no standard field holds (TMF Characteristic).
 *
 * @param name its name in the source's or the mapping's word, not blank
 * @param value its value as written, not blank
 */
public record Characteristic(String name, String value) {

    /** Checks that name and value say something. */
    public Characteristic {
        if (name.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("A characteristic needs a name and a value.");
        }
    }

    @Override
    public String toString() {
        return "Characteristic[" + name + "]";
    }
}
