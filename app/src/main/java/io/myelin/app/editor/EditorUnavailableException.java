package io.myelin.app.editor;

/** No window can be opened here. The text is for people. */
public final class EditorUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public EditorUnavailableException(String text, Throwable cause) {
        super(text, cause);
    }
}
