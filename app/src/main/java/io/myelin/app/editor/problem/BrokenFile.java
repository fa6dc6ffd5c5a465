package io.myelin.app.editor.problem;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Stands where a canvas would for a file that holds no graph: says what is wrong with it, and where. */
public final class BrokenFile {
    private static final Texts TEXTS = Texts.of(BrokenFile.class);

    private final VBox box;

    /** Shows the {@code problems} of {@code file}; {@code again} tries to open it once more. */
    public BrokenFile(Path file, List<Problem> problems, Runnable again) {
        this(file, TEXTS.get("broken.title", file.getFileName()), TEXTS.get("broken.text"), again);
        ListView<Problem> list = new ListView<>();
        list.setId("broken-file-problems");
        AccessibleName.give(list, TEXTS.get("problems"));
        list.getStyleClass().add("problem-list");
        list.setCellFactory(_ -> new ProblemRow());
        list.getItems().setAll(problems);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getChildren().add(box.getChildren().size() - 1, list);
    }

    /** Says that there is no {@code file}; {@code again} looks once more. */
    public static BrokenFile missing(Path file, Runnable again) {
        return new BrokenFile(file, TEXTS.get("missing.title", file.getFileName()), TEXTS.get("missing.text"), again);
    }

    private BrokenFile(Path file, String heading, String said, Runnable again) {
        Label title = new Label(heading);
        title.getStyleClass().add("title-3");
        Label text = new Label(said);
        text.setId("broken-file-text");
        text.setWrapText(true);
        Label path = new Label(file.toString());
        path.setId("broken-file-path");
        path.setWrapText(true);
        path.getStyleClass().add("text-muted");
        Button retry = new Button(TEXTS.get("broken.retry"));
        retry.setId("broken-file-retry");
        retry.setOnAction(_ -> again.run());
        box = new VBox(title, path, text, retry);
        box.getStyleClass().add("broken-file");
    }

    /** What to show. */
    public Node node() {
        return box;
    }
}
