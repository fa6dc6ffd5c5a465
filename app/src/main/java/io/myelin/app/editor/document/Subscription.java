package io.myelin.app.editor.document;

/** A listener's registration. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Ends it: the listener is told nothing more. More calls do nothing. */
    @Override
    void close();
}
