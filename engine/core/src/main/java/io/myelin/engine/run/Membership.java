package io.myelin.engine.run;

/** Whatever has to know when a component ends. Called on the thread that ends it. */
interface Membership {
    /** {@code component} is about to close its boxes. */
    void leaves(RunningComponent component);

    /** {@code component} has ended as {@code status}. */
    void hasLeft(RunningComponent component, ComponentStatus status);
}
