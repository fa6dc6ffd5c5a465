package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A small card beside the pointer: a name in bold and a few words about it, or the reason why something can't be. */
final class HintLabel extends VBox {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double ASIDE = 16;
    private static final double WIDEST = 320;
    private static final double EDGE = 8;

    private final Label title = new Label();
    private final Label text = new Label();

    HintLabel() {
        getStyleClass().add("canvas-hint");
        setId("canvas-hint");
        title.getStyleClass().add("hint-title");
        text.getStyleClass().add("hint-text");
        title.setWrapText(true);
        text.setWrapText(true);
        setMaxWidth(WIDEST);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        getChildren().addAll(title, text);
    }

    /** Shows itself beside {@code place}, inside {@code area}. */
    void show(Hint hint, Point place, Bounds area) {
        title.setText(hint.title());
        set(title, !hint.title().isEmpty());
        text.setText(hint.text());
        set(text, !hint.text().isEmpty());
        pseudoClassStateChanged(REFUSED, hint.refuses());
        setVisible(true);
        applyCss();
        double width = Math.min(WIDEST, Math.ceil(prefWidth(-1)));
        double height = Math.ceil(prefHeight(width));
        double x = place.x() + ASIDE + width > area.right() ? place.x() - ASIDE - width : place.x() + ASIDE;
        double y = place.y() + ASIDE + height > area.bottom() ? place.y() - ASIDE - height : place.y() + ASIDE;
        resizeRelocate(Math.max(EDGE, Math.round(x)), Math.max(EDGE, Math.round(y)), width, height);
    }

    private static void set(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }

    void hide() {
        setVisible(false);
    }

    /**
     * What to say.
     *
     * @param title in bold, or empty
     * @param text below it, or empty
     * @param refuses whether it says why something can't be
     */
    record Hint(String title, String text, boolean refuses) {}
}
