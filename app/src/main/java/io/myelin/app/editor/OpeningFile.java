package io.myelin.app.editor;

import io.myelin.app.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A tab that stands for a file while that is read, beside the window's thread, and keeps its place among the others.
 * Taken away, by people or by another tab for the same file, it calls the reading off.
 */
final class OpeningFile {
    private static final Texts TEXTS = Texts.of(OpeningFile.class);

    /** Most files are read before anybody could see what is shown meanwhile. */
    private static final Duration UNSEEN = Duration.millis(200);

    private final Path file;
    private final Tab tab;
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final PauseTransition pause = new PauseTransition(UNSEEN);
    private final List<Consumer<OpenDocument>> then = new ArrayList<>();

    /** A tab called {@code name}; {@code calledOff} takes it away. */
    OpeningFile(Path file, String name, Consumer<Tab> calledOff) {
        this.file = file;
        this.tab = new Tab(name);
        Button cancel = new Button(TEXTS.get("opening.cancel"));
        cancel.setId("opening-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> calledOff.accept(tab));
        VBox box = new VBox(12, spinner, new Label(TEXTS.get("opening.file", file.getFileName())), cancel);
        box.setId("opening-file");
        box.setAlignment(Pos.CENTER);
        box.setVisible(false);
        pause.setOnFinished(_ -> box.setVisible(true));
        pause.play();
        tab.setContent(box);
        tab.setUserData(this);
    }

    Path file() {
        return file;
    }

    Tab tab() {
        return tab;
    }

    /** Ends {@code reading}, which has been begun for it, when its tab is taken away. */
    void reads(Future<?> reading) {
        tab.tabPaneProperty().subscribe(pane -> {
            if (pane == null) {
                pause.stop();
                // An animation that nobody sees would ask for frames for ever.
                spinner.setVisible(false);
                spinner.setProgress(1);
                reading.cancel(true);
            }
        });
    }

    /** Tells {@code task} too of the document when that is open. */
    void then(Consumer<OpenDocument> task) {
        then.add(task);
    }

    /** It is open. */
    void opened(OpenDocument open) {
        then.forEach(task -> task.accept(open));
    }
}
