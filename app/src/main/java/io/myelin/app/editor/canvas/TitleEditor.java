package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A field on the canvas in which something is named: Enter or a click elsewhere keeps it, Esc does not. */
final class TitleEditor extends TextField {
    private static final double LOWEST = 28;
    private static final double NARROWEST = 160;

    private final Runnable closed;
    private @Nullable Consumer<String> keep;
    private String opened = "";

    TitleEditor(Runnable closed) {
        this.closed = closed;
        setId("title-editor");
        getStyleClass().add("title-editor");
        setManaged(false);
        setVisible(false);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setOnAction(_ -> keep());
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                keep();
            }
        });
    }

    /** Opens over {@code place} of the screen; what is written, if it is another text, is given to {@code keeping}. */
    void open(String text, Bounds place, Consumer<String> keeping) {
        keep = keeping;
        opened = text;
        resizeRelocate(place.x(), place.y(), Math.max(NARROWEST, place.width()), Math.max(LOWEST, place.height()));
        setText(text);
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void keep() {
        Consumer<String> keeping = keep;
        String text = getText().strip();
        boolean changed = !text.equals(opened);
        close();
        if (keeping != null && changed) {
            keeping.accept(text);
        }
    }

    void close() {
        keep = null;
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }
}
