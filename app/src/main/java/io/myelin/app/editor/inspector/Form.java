package io.myelin.app.editor.inspector;

import java.util.List;
import javafx.scene.Node;

/** What the inspector shows for one selection. */
interface Form {
    /** What to show. */
    Node node();

    /** Shows the graph as it is now; false where that needs another form. */
    boolean refresh();

    /** Shows the problems of the last check. */
    default void showProblems() {}

    /** Gives the focus to what {@code path} leads to, from what the form is for. */
    default void focus(List<String> path) {}

    /** Follows nothing any more: another form is shown. */
    default void close() {}
}
