package io.crmviews.merge.consent;

import io.crmviews.model.profile.Field;
import java.util.List;

/**
 * How customers prefer to be contacted. A preference is a characteristic of a record under one of these names, so it has
 * history and survivorship as every value has: what was said last holds, unless a policy says otherwise. A preference is
 * no consent: it permits nothing.
 */
public final class Preferences {

    /** The contact channel: {@code email}, {@code phone}, {@code post}. */
    public static final Field CHANNEL = Field.characteristic("preferred-channel");

    /** The language, as BCP 47 writes it: {@code de}, {@code pt-BR}. */
    public static final Field LANGUAGE = Field.characteristic("preferred-language");

    /** The time of day, as ISO 8601 writes an interval: {@code 17:00/20:00}. */
    public static final Field TIME_OF_DAY = Field.characteristic("preferred-time");

    private Preferences() {}

    /**
     * All of them.
     *
     * @return the fields
     */
    public static List<Field> all() {
        return List.of(CHANNEL, LANGUAGE, TIME_OF_DAY);
    }
}
