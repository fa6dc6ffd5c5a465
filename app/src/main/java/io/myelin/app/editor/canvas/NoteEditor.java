package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.text.Texts;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A field over a note in which it is written: Esc, Ctrl+Enter or a click elsewhere end it, and keep what was written. */
final class NoteEditor extends TextArea {
    private static final Texts TEXTS = Texts.of(NoteEditor.class);

    private static final double NARROWEST = 160;
    private static final double LOWEST = 72;

    private final Runnable closed;
    private final Keep keep;
    private @Nullable String written;
    // The key that opens the field is still down then: the letter that it types is not meant for the note.
    private boolean opening;

    /** Takes the text of a note that was written. */
    @FunctionalInterface
    interface Keep {
        /** Gives the note {@code name} another text. */
        void keep(String name, String text);
    }

    NoteEditor(Keep keep, Runnable closed) {
        this.keep = keep;
        this.closed = closed;
        setId("note-editor");
        getStyleClass().add("note-editor");
        setManaged(false);
        setVisible(false);
        setWrapText(true);
        setAccessibleText(TEXTS.get("note.editor"));
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (opening) {
                event.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_RELEASED, _ -> opening = false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            opening = false;
            boolean done = event.getCode() == KeyCode.ENTER && event.isShortcutDown();
            if (done || event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                close();
            }
        });
    }

    /** Opens over {@code place} of the screen. */
    void open(String name, String text, Bounds place) {
        close();
        written = name;
        opening = true;
        resizeRelocate(place.x(), place.y(), Math.max(NARROWEST, place.width()), Math.max(LOWEST, place.height()));
        setText(text);
        setVisible(true);
        requestFocus();
        end();
    }

    /** Ends writing, and keeps what was written. */
    void close() {
        String name = written;
        written = null;
        if (name != null) {
            setVisible(false);
            keep.keep(name, getText());
            closed.run();
        }
    }
}
