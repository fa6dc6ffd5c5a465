package io.myelin.app.editor.access;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Finds what can have the focus, in the order in which Tab goes through it. */
public final class FocusOrder {
    private FocusOrder() {}

    /** All nodes in {@code root}, itself included, that are shown, enabled and reached by Tab. */
    public static List<Node> in(Node root) {
        List<Node> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !(node instanceof ScrollPane)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** Whether {@code node} is {@code root} or in it. */
    public static boolean isIn(Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }
}
