package io.crmviews.spi.channel;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A password, token or key that never shows itself: {@code toString} is {@code ***}. Reveal it at the call that needs
 * it and keep the text nowhere; never log it, put it into an exception or a checkpoint. Equality is identity.
 */
public final class Secret {

    private final Supplier<String> resolver;

    private Secret(Supplier<String> resolver) {
        this.resolver = Objects.requireNonNull(resolver);
    }

    /**
     * A secret that is known already.
     *
     * @param value the text
     * @return the secret
     */
    public static Secret of(String value) {
        Objects.requireNonNull(value);
        return new Secret(() -> value);
    }

    /**
     * A secret that is fetched whenever it is revealed, from the environment or from a file that is rotated.
     *
     * @param resolver yields the text; called from any thread; its exceptions must not hold the text
     * @return the secret
     */
    public static Secret from(Supplier<String> resolver) {
        return new Secret(resolver);
    }

    /**
     * The text itself.
     *
     * @return the text, never null
     * @throws IllegalStateException if there is no such secret where it should come from
     */
    public String reveal() {
        String text = resolver.get();
        if (text == null) {
            throw new IllegalStateException("The place that a secret should come from does not hold it.");
        }
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
