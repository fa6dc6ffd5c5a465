package io.myelin.app.editor.inspector;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.SettingDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** A setting in a form: its name, its editor, its help, what is wrong with it, and the way back to its default. */
final class SettingField {
    private static final Texts TEXTS = Texts.of(SettingField.class);

    private final SettingDeclaration setting;
    private final ValueEditor editor;
    private final Label error = FieldLabels.error();
    private final Button reset = new Button();
    private final Button promote = new Button();
    private final VBox box = new VBox();
    private Optional<SettingPromotion> promotion = Optional.empty();
    private Consumer<Optional<Object>> listener = _ -> {};

    /** {@code compact}: one of many of its kind, as in a list, with its help as a tooltip. */
    SettingField(SettingDeclaration setting, EditorContext context, boolean compact) {
        this.setting = setting;
        this.editor = ValueEditors.of(setting, context);
        editor.onEdit(this::edited);
        Label name = FieldLabels.name(setting.name());
        Label unit = new Label(setting.required() ? TEXTS.get("setting.required") : setting.unit());
        if (setting.required() && !setting.unit().isEmpty()) {
            unit.setText(TEXTS.get("setting.required-unit", setting.unit()));
        }
        unit.getStyleClass().add("field-help");
        FlowPane words = new FlowPane(6, 0, name, unit);
        words.setAlignment(Pos.CENTER_LEFT);
        // No wider than it must be: where there is no room beside the name, the unit goes below it.
        words.setPrefWrapLength(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        reset.setGraphic(new FontIcon(MaterialDesignB.BACKUP_RESTORE));
        reset.getStyleClass().addAll("button-icon", "flat", "reset");
        reset.setTooltip(new Tooltip(TEXTS.get("setting.reset")));
        reset.setAccessibleText(TEXTS.get("setting.reset"));
        reset.setVisible(false);
        reset.setOnAction(_ -> {
            editor.show(Optional.empty());
            edited(Optional.empty());
        });
        AccessibleName.within(editor.node(), setting.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox title = new HBox(6, words);
        promote.getStyleClass().addAll("button-icon", "flat", "promote");
        promote.setId("promote-" + setting.name());
        promote.setOnAction(_ -> promotion.ifPresent(one -> {
            List<FieldProblem> refused = one.toggle();
            showPromotion();
            FieldLabels.show(error, refused);
        }));
        promote.setVisible(false);
        promote.setManaged(false);
        title.getChildren().addAll(reset, promote);
        editor.button().ifPresent(title.getChildren()::add);
        title.setAlignment(Pos.CENTER_LEFT);
        StackPane place = new StackPane(editor.node());
        place.setAlignment(Pos.TOP_LEFT);
        place.getStyleClass().add("field-editor");
        box.setId("setting-" + setting.name());
        box.getStyleClass().add("field");
        box.getChildren().addAll(title, place, error);
        if (compact) {
            name.setTooltip(new Tooltip(setting.help()));
        } else {
            Node help = HelpText.of(setting.help());
            help.getStyleClass().add("small");
            box.getChildren().add(help);
        }
    }

    private void edited(Optional<Object> value) {
        reset.setVisible(value.isPresent());
        listener.accept(value);
        showPromotion();
    }

    /** Lets it be given outside. */
    void offer(SettingPromotion offered) {
        promotion = Optional.of(offered);
        showPromotion();
    }

    private void showPromotion() {
        promotion.ifPresent(one -> {
            Optional<String> parameter = one.parameter();
            Optional<String> refusal = one.refusal();
            String words = parameter
                    .map(name -> TEXTS.get("promote.back", name))
                    .or(() -> refusal)
                    .orElseGet(() -> TEXTS.get("promote"));
            promote.setGraphic(new FontIcon(
                    parameter.isPresent()
                            ? MaterialDesignA.ARROW_DOWN_BOLD_BOX
                            : MaterialDesignA.ARROW_UP_BOLD_BOX_OUTLINE));
            promote.setTooltip(new Tooltip(words));
            promote.setAccessibleText(words);
            promote.setDisable(refusal.isPresent());
            promote.setVisible(true);
            promote.setManaged(true);
        });
    }

    String name() {
        return setting.name();
    }

    Node node() {
        return box;
    }

    void show(Optional<Object> value) {
        reset.setVisible(value.isPresent());
        editor.show(value);
        showPromotion();
    }

    void onEdit(Consumer<Optional<Object>> listener) {
        this.listener = listener;
    }

    void focus(List<String> path) {
        editor.focus(path);
    }

    /** Shows these, and no others. */
    void showProblems(List<FieldProblem> problems) {
        FieldLabels.show(error, editor.showProblems(problems));
        box.getStyleClass().remove("invalid");
        if (!problems.isEmpty()) {
            box.getStyleClass().add("invalid");
        }
    }
}
