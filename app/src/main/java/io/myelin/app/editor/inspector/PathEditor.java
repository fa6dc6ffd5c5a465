package io.myelin.app.editor.inspector;

import io.myelin.app.editor.file.Dialogs.PathKind;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.component.SettingForm;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Edits a path: typed, or chosen. One inside the graph's folder is written from there, so that both can move. */
final class PathEditor implements ValueEditor {
    private static final Texts TEXTS = Texts.of(PathEditor.class);

    private final TextEditor text;
    private final EditorContext context;
    private final PathKind kind;
    private final HBox box;

    PathEditor(SettingForm form, String prompt, EditorContext context) {
        this.text = new TextEditor(Kind.PATH, prompt, false);
        this.context = context;
        this.kind = switch (form) {
            case FOLDER -> PathKind.FOLDER;
            case FILE_TO_WRITE -> PathKind.FILE_TO_WRITE;
            default -> PathKind.FILE_TO_READ;
        };
        Button browse = new Button();
        browse.setGraphic(new FontIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE));
        browse.getStyleClass().addAll("button-icon", "browse");
        browse.setTooltip(new Tooltip(TEXTS.get("path.choose")));
        browse.setAccessibleText(TEXTS.get("path.choose-path"));
        browse.setOnAction(_ -> choose());
        HBox.setHgrow(text.node(), Priority.ALWAYS);
        box = new HBox(4, text.node(), browse);
    }

    private void choose() {
        context.dialogs().choosePath(kind, start()).ifPresent(chosen -> {
            Path path = chosen.toAbsolutePath().normalize();
            String written = path.startsWith(context.folder())
                    ? context.folder().relativize(path).toString().replace('\\', '/')
                    : path.toString();
            text.node().setText(written.isEmpty() ? "." : written);
        });
    }

    private Path start() {
        try {
            return context.folder().resolve(text.node().getText());
        } catch (InvalidPathException notAPath) {
            return context.folder();
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Object> value) {
        text.show(value);
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        text.onEdit(listener);
    }

    @Override
    public void focus(List<String> path) {
        text.focus(path);
    }
}
