package io.myelin.app.editor.access;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Tells assistive technology what has just happened that people could otherwise only see: a node without a size whose
 * text becomes what was announced last.
 */
public final class Announcer {
    private final Region node = new Region();

    /** One that has nothing to say yet. */
    public Announcer() {
        node.setId("announcer");
        node.setManaged(false);
        node.setMouseTransparent(true);
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setAccessibleText("");
    }

    /** What to put somewhere into the window. */
    public Node node() {
        return node;
    }

    /** Announces {@code text}, also when it is the same as before; nothing for an empty one. */
    public void announce(String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean same = text.equals(node.getAccessibleText());
        node.setAccessibleText(text);
        if (same) {
            node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }
}
