package io.crmviews.spi.policy;

/**
 * Decides what a reader may see. The engine asks for each field, source, interaction and question of a read; what is
 * not permitted leaves no trace in the answer but the name of the withheld field.
 *
 * <p>Called by any thread, often and at once, on every read: answer in well under a microsecond, without I/O, and the
 * same for equal arguments. Return false for every {@link Access} that the policy does not know. An exception ends the
 * read and shows nothing.
 */
@FunctionalInterface
public interface AccessPolicy {

    /**
     * Whether the reader may see something.
     *
     * @param reader who asks, and what for
     * @param access what would be seen
     * @return true only if it is granted
     */
    boolean permits(Reader reader, Access access);
}
