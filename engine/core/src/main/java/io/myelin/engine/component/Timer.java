package io.myelin.engine.component;

/** Something due later. */
public interface Timer {
    /** Takes it back; without effect once it has run. Only the component's current thread may call this. */
    void cancel();
}
