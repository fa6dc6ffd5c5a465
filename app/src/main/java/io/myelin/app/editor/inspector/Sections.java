package io.myelin.app.editor.inspector;

import io.myelin.app.editor.access.AccessibleName;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The parts that forms are made of. */
final class Sections {
    private Sections() {}

    static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    /** A small field with its name above and help below; empty help takes no room. */
    static VBox field(String name, Node editor, String help) {
        VBox box = new VBox(FieldLabels.name(name), editor);
        box.getStyleClass().add("field");
        AccessibleName.within(editor, name);
        if (!help.isEmpty()) {
            box.getChildren().add(FieldLabels.help(help));
        }
        return box;
    }

    /** A part that can be folded. */
    static TitledPane folded(String id, String title, boolean open, Node... content) {
        VBox box = new VBox(10, content);
        TitledPane pane = new TitledPane(title, box);
        pane.setId(id);
        pane.setAnimated(false);
        pane.setExpanded(open);
        pane.getStyleClass().add("dense");
        return pane;
    }

    /** A choice among {@code values}, each read as {@code title} says. */
    static <T> ComboBox<T> choice(List<T> values, Function<T, String> title) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String text) {
                return values.stream()
                        .filter(value -> title.apply(value).equals(text))
                        .findFirst()
                        .orElse(values.getFirst());
            }
        });
        return box;
    }
}
