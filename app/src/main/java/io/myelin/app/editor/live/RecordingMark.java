package io.myelin.app.editor.live;

import io.myelin.app.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Says beside the state of a run, with a red dot, that it is recorded, and where. */
final class RecordingMark {
    private static final Texts TEXTS = Texts.of(RecordingMark.class);

    private final Label label = new Label(TEXTS.get("recording"));

    RecordingMark() {
        label.setId("run-recording");
        label.getStyleClass().add("run-recording");
        label.setGraphic(new FontIcon(MaterialDesignR.RECORD));
        label.setMinWidth(Region.USE_PREF_SIZE);
        show(Optional.empty());
    }

    Node node() {
        return label;
    }

    /** Shows that the run in front is recorded in {@code file}; nothing where it is not. */
    void show(Optional<Path> file) {
        label.setVisible(file.isPresent());
        label.setManaged(file.isPresent());
        file.map(RecordingMark::words).ifPresent(words -> {
            label.setAccessibleText(words);
            label.setTooltip(new Tooltip(words));
        });
    }

    /** That a run is recorded in {@code file}. */
    static String words(Path file) {
        return TEXTS.get("recording.in", file.getFileName());
    }
}
