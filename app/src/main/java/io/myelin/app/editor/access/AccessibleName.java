package io.myelin.app.editor.access;

import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import jfx.incubator.scene.control.richtext.RichTextArea;

/** Gives controls the names by which assistive technology knows them. */
public final class AccessibleName {
    private AccessibleName() {}

    /**
     * Names {@code control}. What people type in is named by a label, seen or not: the platforms take the accessible text
     * of such a field for what is in it.
     */
    public static void give(Node control, String name) {
        if (control instanceof TextInputControl
                || control instanceof RichTextArea
                || control instanceof ComboBoxBase<?>) {
            new Label(name).setLabelFor(control);
        } else {
            control.setAccessibleText(name);
        }
    }

    /** Names a field by the words that stand in it while it is empty. */
    public static void ofPrompt(TextInputControl field) {
        give(field, field.getPromptText());
    }

    /** Names all that people enter something with in {@code root}, now and later, and that has no name of its own. */
    public static void within(Node root, String name) {
        if (isEntered(root)) {
            if (!isNamed(root)) {
                give(root, name);
            }
            return;
        }
        if (root instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> within(child, name));
            parent.getChildrenUnmodifiable().addListener((ListChangeListener<Node>) change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(child -> within(child, name));
                }
            });
        }
    }

    private static boolean isEntered(Node node) {
        return node instanceof Control
                && (node instanceof TextInputControl
                        || node instanceof RichTextArea
                        || node instanceof ComboBoxBase<?>
                        || node instanceof ButtonBase);
    }

    private static boolean isNamed(Node node) {
        String text = node.getAccessibleText();
        boolean speaks = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        return speaks
                || text != null && !text.isBlank()
                || node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null;
    }
}
