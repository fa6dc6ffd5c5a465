package io.myelin.app.editor.file;

import io.myelin.app.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The platform's own dialogs, in front of one window. */
public final class WindowDialogs implements Dialogs {
    private static final Texts TEXTS = Texts.of(WindowDialogs.class);

    private final FileChooser.ExtensionFilter graphs =
            new FileChooser.ExtensionFilter(TEXTS.get("filter.graphs"), "*.graph.json", "*.json");
    private final FileChooser.ExtensionFilter pictures =
            new FileChooser.ExtensionFilter(TEXTS.get("filter.pictures"), "*.png", "*.svg");
    private final FileChooser.ExtensionFilter recordings =
            new FileChooser.ExtensionFilter(TEXTS.get("filter.recordings"), "*" + SavedKind.RECORDING.ending());
    private final FileChooser.ExtensionFilter all =
            new FileChooser.ExtensionFilter(TEXTS.get("filter.all"), "*.*", "*");

    private final Window owner;

    /** Dialogs in front of {@code owner}. */
    public WindowDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> chooseGraphsToOpen(Path folder) {
        FileChooser chooser = chooser(TEXTS.get("title.open"), folder);
        chooser.getExtensionFilters().addAll(graphs, pictures, all);
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> choosePlace(SavedKind kind, Path suggestion) {
        String title = switch (kind) {
            case GRAPH -> TEXTS.get("title.save");
            case PICTURE -> TEXTS.get("title.picture");
            case RECORDING -> TEXTS.get("title.recording");
        };
        FileChooser chooser = chooser(title, suggestion);
        FileChooser.ExtensionFilter own = switch (kind) {
            case GRAPH -> graphs;
            case PICTURE -> pictures;
            case RECORDING -> recordings;
        };
        chooser.getExtensionFilters().addAll(own, all);
        chooser.setInitialFileName(suggestion.getFileName().toString());
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> choosePath(PathKind kind, Path start) {
        return switch (kind) {
            case FILE_TO_READ ->
                Optional.ofNullable(chooser(TEXTS.get("title.file"), start).showOpenDialog(owner))
                        .map(File::toPath);
            case FILE_TO_WRITE ->
                Optional.ofNullable(
                                chooser(TEXTS.get("title.file-to-write"), start).showSaveDialog(owner))
                        .map(File::toPath);
            case FOLDER -> {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(TEXTS.get("title.folder"));
                folderOf(start).ifPresent(chooser::setInitialDirectory);
                yield Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }
        };
    }

    private static FileChooser chooser(String title, Path start) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        folderOf(start).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /** The nearest folder at or above {@code start} that is there. */
    private static Optional<File> folderOf(Path start) {
        for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at)) {
                return Optional.of(at.toFile());
            }
        }
        return Optional.empty();
    }

    @Override
    public <A> Optional<A> ask(Question<A> question) {
        Map<ButtonType, A> meanings = new LinkedHashMap<>();
        for (Question.Answer<A> answer : question.answers()) {
            meanings.put(
                    new ButtonType(
                            answer.label(),
                            switch (answer.role()) {
                                case USUAL -> ButtonBar.ButtonData.OK_DONE;
                                case OTHER -> ButtonBar.ButtonData.OTHER;
                                case CANCEL -> ButtonBar.ButtonData.CANCEL_CLOSE;
                            }),
                    answer.meaning());
        }
        Alert alert = alert(Alert.AlertType.CONFIRMATION, question.title(), question.text());
        alert.getButtonTypes().setAll(meanings.keySet());
        return alert.showAndWait().flatMap(pressed -> Optional.ofNullable(meanings.get(pressed)));
    }

    @Override
    public void showError(String title, String text) {
        alert(Alert.AlertType.ERROR, title, text).showAndWait();
    }

    private Alert alert(Alert.AlertType type, String title, String text) {
        Alert alert = new Alert(type);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setContentText(text);
        alert.getDialogPane().setPrefWidth(480);
        return alert;
    }
}
