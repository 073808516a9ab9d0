package io.crmviews.model.party;

/**
 * A device or browser that a channel recognises. Devices are shared in households: they hint at a person and never
 * prove one.
 *
 * @param usage how it is used
 * @param type what it is, lower case: {@code cookie}, {@code mobile-app}, or empty
 * @param id the channel's id of it, not blank
 */
public record Device(Usage usage, String type, String id) implements ContactMedium {

    /** Checks that the id says something. */
    public Device {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A device needs an id.");
        }
    }

    @Override
    public String toString() {
        return "Device[" + type + "]";
    }
}
