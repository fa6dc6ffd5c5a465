package io.myelin.engine.watch.recording;

/** A failure of an outside component, as it was recorded: the text is what was said of it then. */
final class ReplayedFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayedFailureException(String text) {
        super(text, null, false, false);
    }
}
