package io.myelin.app.editor;

import io.myelin.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** Opens the files that are dragged onto a window from outside, showing above it that they may be dropped. */
final class DroppedFiles {
    private static final Texts TEXTS = Texts.of(DroppedFiles.class);

    private final BooleanSupplier isReady;
    private final Consumer<Path> open;
    private final StackPane hint = new StackPane(new Label(TEXTS.get("drop.hint")));

    /** Opens each by {@code open}, unless something else is to be seen to first, as {@code isReady} says. */
    DroppedFiles(BooleanSupplier isReady, Consumer<Path> open) {
        this.isReady = isReady;
        this.open = open;
        hint.setId("drop-hint");
        hint.getStyleClass().add("drop-hint");
        hint.setMouseTransparent(true);
        hint.setVisible(false);
    }

    /** What to lay above the window: nothing is seen of it until files are over that. */
    Node hint() {
        return hint;
    }

    /** Takes what is dropped on {@code window} or anything in it that does not take it itself. */
    void takeAt(Node window) {
        window.addEventHandler(DragEvent.DRAG_OVER, this::over);
        window.addEventHandler(DragEvent.DRAG_EXITED, _ -> hint.setVisible(false));
        window.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        boolean isTaken = isReady.getAsBoolean() && event.getDragboard().hasFiles();
        if (isTaken) {
            // Not by moving: whoever gives a file away so deletes it.
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
        hint.setVisible(isTaken);
    }

    private void dropped(DragEvent event) {
        hint.setVisible(false);
        if (isReady.getAsBoolean() && event.getDragboard().hasFiles()) {
            List<Path> files =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            event.setDropCompleted(true);
            event.consume();
            files.forEach(open);
        }
    }
}
