package io.myelin.engine.component;

/** Thrown out of a blocking box when its component has to end now. Components let it pass. */
public final class ComponentStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public ComponentStoppedException(String reason) {
        super(reason, null, false, false);
    }
}
