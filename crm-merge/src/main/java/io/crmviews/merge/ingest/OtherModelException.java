package io.crmviews.merge.ingest;

/** A writer's model is not the one that its store was written with: what both wrote would fit no model. */
public final class OtherModelException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    OtherModelException(String stored, String own) {
        super("The store was written with the model of checksum " + stored
                + ", and this writer has the model of checksum " + own
                + ": write with the first one, or switch the store to the second.");
    }
}
