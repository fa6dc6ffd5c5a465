package io.myelin.palette;

/** The outbox for items that a component cannot handle, the same on all that have it. */
public final class ErrorsBox {
    /** Its name. */
    public static final String NAME = "errors";

    /** Its help. */
    public static final String HELP =
            "Items that could not be handled, each as a record of `error` (what was wrong) and"
                    + " `item` (what came in). Not linked: the component's `onError` policy decides.";

    private ErrorsBox() {}
}
