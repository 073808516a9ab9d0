package io.crmviews.spi.store;

/**
 * What became of a unit of work.
 *
 * @param answer the answer of the decision that was written
 * @param position the commit position after it; of a decision that wrote nothing, the position that it was made on
 * @param <T> the answer's type
 */
public record Committed<T>(T answer, long position) {

    @Override
    public String toString() {
        return "Committed[" + position + "]";
    }
}
