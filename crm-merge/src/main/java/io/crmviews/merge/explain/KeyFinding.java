package io.crmviews.merge.explain;

import io.crmviews.merge.key.KeyType;

/**
 * How two records stand in one type of key: only records that share a key few others hold are compared.
 *
 * @param type the type of key
 * @param state how the two stand in it
 */
public record KeyFinding(KeyType type, State state) {

    /** How two records stand in a type of key. */
    public enum State {
        /** Both hold an equal key, and few enough others do: by it they meet. */
        SHARED,
        /** Both hold an equal key, but too many others hold it too for it to say anything. */
        GENERIC,
        /** Both hold keys of the type, but none that is equal. */
        DIFFERENT,
        /** Only one of the two holds a key of the type. */
        ONE_SIDED
    }
}
