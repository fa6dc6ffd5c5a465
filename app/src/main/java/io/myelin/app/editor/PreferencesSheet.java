package io.myelin.app.editor;

import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.app.text.Language;
import io.myelin.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

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
        HBox looks = new HBox(16);
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioButton button = new RadioButton(choice.title());
            button.setId("preference-theme-" + choice.id());
            button.setToggleGroup(group);
            button.setSelected(window.theme().choice() == choice);
            button.setOnAction(_ -> choose(choice));
            looks.getChildren().add(button);
        }
        Label language = new Label(TEXTS.get("preferences.language"));
        language.getStyleClass().add("section-title");
        Label restart = new Label(TEXTS.get("preferences.restart"));
        restart.getStyleClass().add("text-muted");
        Label canvas = new Label(TEXTS.get("preferences.canvas"));
        canvas.getStyleClass().add("section-title");
        CheckBox wheel = new CheckBox(TEXTS.get("preferences.wheel"));
        wheel.setId("preference-wheel");
        wheel.setSelected(window.settings().settings().wheelZooms());
        wheel.setOnAction(_ -> setWheelZooms(wheel.isSelected()));
        Label keys = new Label(TEXTS.get("preferences.keys"));
        keys.getStyleClass().add("section-title");
        Button change = new Button(TEXTS.get("preferences.change-keys"));
        change.setId("preference-keys");
        change.setOnAction(_ -> window.actions().run("edit.keys"));
        Button done = new Button(TEXTS.get("preferences.done"));
        done.setDefaultButton(true);
        done.setOnAction(_ -> window.overlay().hide());
        VBox sheet = new VBox(title, look, looks, language, languages(), restart, canvas, wheel, keys, change, done);
        sheet.setId("preferences");
        sheet.getStyleClass().add("dialog-sheet");
        window.overlay().show(sheet, done);
    }

    private HBox languages() {
        HBox languages = new HBox(16);
        ToggleGroup group = new ToggleGroup();
        for (Language choice : Language.values()) {
            RadioButton button = new RadioButton(choice.title());
            button.setId("preference-language-" + choice.id());
            button.setToggleGroup(group);
            button.setSelected(window.settings().settings().language() == choice);
            button.setOnAction(_ -> window.settings().update(remembered -> remembered.withLanguage(choice)));
            languages.getChildren().add(button);
        }
        return languages;
    }

    private void choose(ThemeChoice choice) {
        window.theme().choose(choice);
        window.settings().update(remembered -> remembered.withTheme(choice));
        window.actions().refresh();
    }

    private void setWheelZooms(boolean zooms) {
        window.settings().update(remembered -> remembered.withWheelZooms(zooms));
        window.documents()
                .all()
                .forEach(open -> open.levels().allCanvases().forEach(canvas -> canvas.setWheelZooms(zooms)));
    }
}
