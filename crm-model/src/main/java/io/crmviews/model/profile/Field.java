package io.crmviews.model.profile;

/**
 * A field of a profile: an attribute and, where it occurs once per kind, the qualifier. A qualified attribute without
 * qualifier stands for all fields of that attribute; policies use it so. Ordered by attribute, then qualifier. A field
 * names what is known and never holds a value.
 *
 * @param attribute what the field states
 * @param qualifier the identifier's type, the characteristic's name, the network, the device's type; empty otherwise
 */
public record Field(Attribute attribute, String qualifier) implements Comparable<Field> {

    /** Checks that only qualified attributes have a qualifier. */
    public Field {
        if (!attribute.isQualified() && !qualifier.isEmpty()) {
            throw new IllegalArgumentException("The attribute " + attribute.text() + " takes no qualifier.");
        }
    }

    /**
     * A field without qualifier; of a qualified attribute, all of its fields.
     *
     * @param attribute the attribute
     * @return the field
     */
    public static Field of(Attribute attribute) {
        return new Field(attribute, "");
    }

    /**
     * The identifiers of one type.
     *
     * @param type the type
     * @return the field
     */
    public static Field identifier(String type) {
        return new Field(Attribute.IDENTIFIER, type);
    }

    /**
     * The characteristic of one name.
     *
     * @param name the name
     * @return the field
     */
    public static Field characteristic(String name) {
        return new Field(Attribute.CHARACTERISTIC, name);
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text the attribute's name, and after a colon the qualifier if there is one
     * @return the field
     * @throws IllegalArgumentException if no attribute has that name
     */
    public static Field parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        for (Attribute attribute : Attribute.values()) {
            if (attribute.text().equals(name)) {
                return new Field(attribute, colon < 0 ? "" : text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("A field begins with the name of an attribute, such as email.");
    }

    /**
     * The group of the attribute.
     *
     * @return the group, never null
     */
    public FieldGroup group() {
        return attribute.group();
    }

    @Override
    public int compareTo(Field other) {
        int byAttribute = attribute.compareTo(other.attribute);
        return byAttribute != 0 ? byAttribute : qualifier.compareTo(other.qualifier);
    }

    @Override
    public String toString() {
        return qualifier.isEmpty() ? attribute.text() : attribute.text() + ":" + qualifier;
    }
}
