package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.paint.Hue;
import io.myelin.app.editor.text.MarkdownView;
import io.myelin.app.text.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A note: its Markdown on tinted paper. What does not fit is cut off. */
final class NoteNode extends StackPane {
    private static final Texts TEXTS = Texts.of(NoteNode.class);

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final Rectangle edge = new Rectangle();
    private final Region corner = new Region();
    private @Nullable String text;
    private @Nullable String color;

    NoteNode(String name) {
        setId("note-" + name);
        getStyleClass().add("canvas-note");
        corner.getStyleClass().add("note-corner");
        corner.setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleRoleDescription(TEXTS.get("note"));
        setManaged(false);
        setClip(edge);
    }

    /** Follows the note to its place and text. */
    void show(NoteShape shape, boolean selected) {
        Bounds bounds = shape.bounds();
        resizeRelocate(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        edge.setWidth(bounds.width());
        edge.setHeight(bounds.height());
        corner.resizeRelocate(bounds.width() - 12, bounds.height() - 12, 8, 8);
        pseudoClassStateChanged(SELECTED, selected);
        if (!shape.note().text().equals(text)) {
            write(shape.note().text());
        }
        if (!shape.note().color().equals(color)) {
            color = shape.note().color();
            Hue hue = Hue.named(shape.note().color()).orElse(Hue.NOTE);
            setStyle(String.format(Locale.ROOT, "-note-tint: %s; -note-edge: %s;", web(hue, 0.20), web(hue, 0.75)));
        }
    }

    private void write(String changed) {
        text = changed;
        pseudoClassStateChanged(EMPTY, changed.isBlank());
        setAccessibleText(changed.isBlank() ? TEXTS.get("note.empty") : changed);
        MarkdownView view = new MarkdownView(changed.isBlank() ? TEXTS.get("note.hint") : changed);
        view.setMinHeight(USE_PREF_SIZE);
        setAlignment(view, javafx.geometry.Pos.TOP_LEFT);
        getChildren().setAll(view, corner);
    }

    private static String web(Hue hue, double opacity) {
        return hue.at(opacity).toString().replace("0x", "#");
    }
}
