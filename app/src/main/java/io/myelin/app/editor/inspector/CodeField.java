package io.myelin.app.editor.inspector;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

/** Several lines of text in a fixed-width face: the one class that knows the library's code area. */
final class CodeField extends StackPane {
    private static final double FONT_SIZE = 12;
    private static final double LINE = 17;
    private static final double AROUND = 12;

    private final CodeArea area = new CodeArea();
    private final Label prompt = new Label();
    private final int minLines;
    private final int maxLines;
    private Consumer<String> listener = _ -> {};
    private boolean setting;

    /** As high as its text, from {@code minLines} to {@code maxLines}. */
    CodeField(int minLines, int maxLines) {
        this.minLines = minLines;
        this.maxLines = maxLines;
        getStyleClass().add("code-field");
        // The area takes no size from style sheets; the label over it does.
        prompt.fontProperty().subscribe(font -> {
            area.setFont(Font.font("monospace", font.getSize()));
            fitHeight(text());
        });
        area.setWrapText(true);
        area.setContentPadding(new Insets(4, 6, 4, 6));
        prompt.getStyleClass().addAll("text-muted", "code-prompt");
        prompt.setMouseTransparent(true);
        prompt.setPadding(new Insets(4, 7, 4, 7));
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(area, prompt);
        fitHeight("");
        StyledTextModel model = area.getModel();
        model.addListener(_ -> changed());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::traverse);
    }

    /** Tab goes on to the next field, as everywhere in a form; blanks indent. */
    private void traverse(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private void changed() {
        String text = text();
        prompt.setVisible(text.isEmpty());
        fitHeight(text);
        if (!setting) {
            listener.accept(text);
        }
    }

    private void fitHeight(String text) {
        long lines = text.lines().count() + (text.endsWith("\n") ? 1 : 0);
        double height =
                Math.clamp(lines, minLines, maxLines) * LINE * prompt.getFont().getSize() / FONT_SIZE + AROUND;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    String text() {
        String text = area.getText();
        return text == null ? "" : text;
    }

    void setText(String text) {
        if (!text.equals(text())) {
            setting = true;
            area.setText(text);
            setting = false;
            prompt.setVisible(text.isEmpty());
            fitHeight(text);
        }
    }

    void setPrompt(String text) {
        prompt.setText(text);
    }

    void onEdit(Consumer<String> listener) {
        this.listener = listener;
    }

    void focusText() {
        area.requestFocus();
        area.moveDocumentEnd();
    }
}
