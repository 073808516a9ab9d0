package io.crmviews.model.fact;

/**
 * The states of a consent in the W3C Data Privacy Vocabulary (DPV 2, consent status; ISO/IEC TS 27560). Only
 * {@link #GIVEN} and {@link #RENEWED} permit.
 */
public enum ConsentState {
    /** Asked for, not answered: permits nothing. */
    REQUESTED(Effect.NEUTRAL),
    /** Asked for and refused. */
    REFUSED(Effect.FORBIDS),
    /** Given. */
    GIVEN(Effect.PERMITS),
    /** Given again. */
    RENEWED(Effect.PERMITS),
    /** Taken back by the person. */
    WITHDRAWN(Effect.FORBIDS),
    /** Taken back by somebody else, such as an authority. */
    REVOKED(Effect.FORBIDS),
    /** Ended by time: permits nothing, and refuses nothing. */
    EXPIRED(Effect.NEUTRAL),
    /** Found not to have been valid: permits nothing, and refuses nothing. */
    INVALIDATED(Effect.NEUTRAL);

    /** What a state means for use of the data. */
    public enum Effect {
        /** Use is permitted. */
        PERMITS,
        /** Use is refused. */
        FORBIDS,
        /** Neither: not permitted, but no refusal that must be honoured across records. */
        NEUTRAL
    }

    private final Effect effect;

    ConsentState(Effect effect) {
        this.effect = effect;
    }

    /**
     * What the state means.
     *
     * @return the effect, never null
     */
    public Effect effect() {
        return effect;
    }
}
