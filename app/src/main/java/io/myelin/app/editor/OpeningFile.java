package io.myelin.app.editor;

import io.myelin.app.editor.file.ReadGraph;
import io.myelin.app.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tab that stands for a large file while that is read, beside the window's thread. Closed, or called off, what is read
 * is dropped.
 */
final class OpeningFile {
    private static final Texts TEXTS = Texts.of(OpeningFile.class);

    private static final Logger LOG = LoggerFactory.getLogger(OpeningFile.class);

    private final Path file;
    private final Tab tab;
    private final ProgressIndicator spinner = new ProgressIndicator();

    /** Called off by closing the tab, of which {@code calledOff} is told. */
    OpeningFile(Path file, Consumer<Tab> calledOff) {
        this.file = file;
        this.tab = new Tab(file.getFileName().toString());
        Button cancel = new Button(TEXTS.get("opening.cancel"));
        cancel.setId("opening-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> calledOff.accept(tab));
        VBox box = new VBox(12, spinner, new Label(TEXTS.get("opening.file", file.getFileName())), cancel);
        box.setId("opening-file");
        box.setAlignment(Pos.CENTER);
        tab.setContent(box);
        tab.setUserData(this);
    }

    Path file() {
        return file;
    }

    Tab tab() {
        return tab;
    }

    /** Reads, and tells on the window's thread what was read, or what kept it from being read. */
    void read(Consumer<ReadGraph> then, Consumer<IOException> failed) {
        Thread.ofPlatform().daemon().name("editor-open").start(() -> {
            try {
                ReadGraph read = ReadGraph.of(file);
                Platform.runLater(() -> finish(() -> then.accept(read)));
            } catch (IOException unreadable) {
                Platform.runLater(() -> finish(() -> failed.accept(unreadable)));
            } catch (RuntimeException | Error broken) {
                // Nobody else would stop the spinner.
                LOG.warn("{} cannot be read.", file, broken);
                Platform.runLater(() -> finish(() -> failed.accept(new IOException(broken.toString(), broken))));
            }
        });
    }

    private void finish(Runnable work) {
        // An animation that nobody sees would ask for frames for ever.
        spinner.setVisible(false);
        spinner.setProgress(1);
        if (tab.getTabPane() != null) {
            work.run();
        }
    }
}
