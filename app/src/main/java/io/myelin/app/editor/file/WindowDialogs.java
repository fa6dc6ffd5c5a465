package io.myelin.app.editor.file;

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
    private static final FileChooser.ExtensionFilter GRAPHS =
            new FileChooser.ExtensionFilter("Graphs", "*.graph.json", "*.json");
    private static final FileChooser.ExtensionFilter PICTURES =
            new FileChooser.ExtensionFilter("Pictures", "*.png", "*.svg");
    private static final FileChooser.ExtensionFilter ALL = new FileChooser.ExtensionFilter("All files", "*.*", "*");

    private final Window owner;

    /** Dialogs in front of {@code owner}. */
    public WindowDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> chooseGraphsToOpen(Path folder) {
        FileChooser chooser = chooser("Open graphs", folder);
        chooser.getExtensionFilters().addAll(GRAPHS, PICTURES, ALL);
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseGraphToSave(Path suggestion) {
        FileChooser chooser = chooser("Save graph", suggestion);
        chooser.getExtensionFilters().addAll(GRAPHS, ALL);
        chooser.setInitialFileName(suggestion.getFileName().toString());
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> choosePictureToSave(Path suggestion) {
        FileChooser chooser = chooser("Export picture", suggestion);
        chooser.getExtensionFilters().addAll(PICTURES, ALL);
        chooser.setInitialFileName(suggestion.getFileName().toString());
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> choosePath(PathKind kind, Path start) {
        return switch (kind) {
            case FILE_TO_READ ->
                Optional.ofNullable(chooser("Choose a file", start).showOpenDialog(owner))
                        .map(File::toPath);
            case FILE_TO_WRITE ->
                Optional.ofNullable(chooser("Choose a file to write", start).showSaveDialog(owner))
                        .map(File::toPath);
            case FOLDER -> {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle("Choose a folder");
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
