import org.jspecify.annotations.NullMarked;

/**
 * Immutable values: facts, profile, view and change. Needs nothing but the JDK.
 */
@NullMarked
module io.crmviews.model {
    requires static org.jspecify;
}
