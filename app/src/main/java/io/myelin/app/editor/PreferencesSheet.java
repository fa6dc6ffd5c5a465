package io.myelin.app.editor;

import io.myelin.app.editor.access.MotionChoice;
import io.myelin.app.editor.access.TextSize;
import io.myelin.app.editor.file.Appearance;
import io.myelin.app.editor.file.Comfort;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.app.text.Language;
import io.myelin.app.text.Texts;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Lets people set the few things that are theirs to choose. */
final class PreferencesSheet {
    private static final Texts TEXTS = Texts.of(PreferencesSheet.class);

    private final EditorWindow window;

    PreferencesSheet(EditorWindow window) {
        this.window = window;
    }

    void show() {
        Label title = new Label(TEXTS.get("preferences.title"));
        title.getStyleClass().add("title-3");
        Label look = new Label(TEXTS.get("preferences.look"));
        look.getStyleClass().add("section-title");
        FlowPane looks = new FlowPane(16, 8);
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioButton button = new RadioButton(choice.title());
            button.setId("preference-theme-" + choice.id());
            button.setToggleGroup(group);
            button.setSelected(window.theme().choice() == choice);
            button.setOnAction(_ -> choose(choice));
            looks.getChildren().add(button);
        }
        Label texts = new Label(TEXTS.get("preferences.text-size"));
        texts.getStyleClass().add("section-title");
        ComboBox<Integer> size = textSizes();
        texts.setLabelFor(size);
        Label moves = new Label(TEXTS.get("preferences.motion"));
        moves.getStyleClass().add("section-title");
        Label language = new Label(TEXTS.get("preferences.language"));
        language.getStyleClass().add("section-title");
        Label restart = new Label(TEXTS.get("preferences.restart"));
        restart.getStyleClass().add("text-muted");
        Label canvas = new Label(TEXTS.get("preferences.canvas"));
        canvas.getStyleClass().add("section-title");
        CheckBox wheel = new CheckBox(TEXTS.get("preferences.wheel"));
        wheel.setId("preference-wheel");
        wheel.setSelected(window.settings().settings().canvas().wheelZooms());
        wheel.setOnAction(_ -> setWheelZooms(wheel.isSelected()));
        Label keys = new Label(TEXTS.get("preferences.keys"));
        keys.getStyleClass().add("section-title");
        Button change = new Button(TEXTS.get("preferences.change-keys"));
        change.setId("preference-keys");
        change.setOnAction(_ -> window.actions().run("edit.keys"));
        Button done = new Button(TEXTS.get("preferences.done"));
        done.setDefaultButton(true);
        done.setOnAction(_ -> window.overlay().hide());
        VBox choices = new VBox(
                look,
                looks,
                texts,
                size,
                moves,
                motions(),
                language,
                languages(),
                restart,
                canvas,
                wheel,
                keys,
                change);
        choices.getStyleClass().add("dialog-rows");
        // Large texts need more height than a small window has: what there is to do about it stays in sight.
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox sheet = new VBox(title, scroll, done);
        sheet.setId("preferences");
        sheet.getStyleClass().add("dialog-sheet");
        window.overlay().show(sheet, done);
    }

    private ComboBox<Integer> textSizes() {
        ComboBox<Integer> size = new ComboBox<>(FXCollections.observableArrayList(TextSize.CHOICES));
        size.setId("preference-text-size");
        size.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer percent) {
                return percent == null ? "" : TEXTS.get("preferences.percent", percent);
            }

            @Override
            public Integer fromString(String text) {
                return Integer.valueOf(text.replaceAll("\\D", ""));
            }
        });
        size.setValue(window.settings().settings().appearance().comfort().textSize());
        size.setOnAction(_ -> setTextSize(size.getValue()));
        return size;
    }

    private void setTextSize(int percent) {
        TextSize.set(window.stage().getScene(), percent);
        window.panels().setTextSize(percent);
        window.settings()
                .update(remembered -> remembered.withAppearance(
                        comfort(remembered.appearance(), comfort -> comfort.withTextSize(percent))));
    }

    private FlowPane motions() {
        FlowPane motions = new FlowPane(16, 8);
        ToggleGroup group = new ToggleGroup();
        for (MotionChoice choice : MotionChoice.values()) {
            RadioButton button = new RadioButton(choice.title());
            button.setId("preference-motion-" + choice.id());
            button.setToggleGroup(group);
            button.setSelected(window.motion().choice() == choice);
            button.setOnAction(_ -> choose(choice));
            motions.getChildren().add(button);
        }
        return motions;
    }

    private void choose(MotionChoice choice) {
        window.motion().choose(choice);
        window.settings()
                .update(remembered -> remembered.withAppearance(
                        comfort(remembered.appearance(), comfort -> comfort.withMotion(choice))));
    }

    private FlowPane languages() {
        FlowPane languages = new FlowPane(16, 8);
        ToggleGroup group = new ToggleGroup();
        for (Language choice : Language.values()) {
            RadioButton button = new RadioButton(choice.title());
            button.setId("preference-language-" + choice.id());
            button.setToggleGroup(group);
            button.setSelected(window.settings().settings().appearance().language() == choice);
            button.setOnAction(_ -> window.settings()
                    .update(remembered ->
                            remembered.withAppearance(remembered.appearance().withLanguage(choice))));
            languages.getChildren().add(button);
        }
        return languages;
    }

    private void choose(ThemeChoice choice) {
        window.theme().choose(choice);
        window.settings()
                .update(remembered ->
                        remembered.withAppearance(remembered.appearance().withTheme(choice)));
        window.actions().refresh();
    }

    private void setWheelZooms(boolean zooms) {
        window.settings()
                .update(remembered -> remembered.withCanvas(remembered.canvas().withWheelZooms(zooms)));
        window.documents()
                .all()
                .forEach(open -> open.levels().allCanvases().forEach(canvas -> canvas.setWheelZooms(zooms)));
    }

    private static Appearance comfort(Appearance appearance, UnaryOperator<Comfort> change) {
        return appearance.withComfort(change.apply(appearance.comfort()));
    }
}
