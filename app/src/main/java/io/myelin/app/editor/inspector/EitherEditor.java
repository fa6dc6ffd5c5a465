package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Edits a value by an editor made for it or, at the press of a button, as text, so that every setting takes a reference
 * such as {@code ${name}}. A value that the fitting editor cannot show is shown as text.
 */
final class EitherEditor implements ValueEditor {
    private static final Texts TEXTS = Texts.of(EitherEditor.class);

    private final ValueEditor fitting;
    private final ValueEditor text;
    private final Predicate<Object> fits;
    private final ToggleButton asText = new ToggleButton();
    private final StackPane place = new StackPane();
    private Optional<Object> value = Optional.empty();

    EitherEditor(ValueEditor fitting, ValueEditor text, Predicate<Object> fits) {
        this.fitting = fitting;
        this.text = text;
        this.fits = fits;
        asText.setGraphic(new FontIcon(MaterialDesignC.CODE_BRACES));
        asText.getStyleClass().addAll("button-icon", "flat", "as-text");
        asText.setTooltip(new Tooltip(TEXTS.get("either.text", "${name}")));
        asText.setAccessibleText(TEXTS.get("either.text.short"));
        asText.setOnAction(_ -> turn());
        place.setAlignment(Pos.TOP_LEFT);
        arrange(false);
    }

    private void turn() {
        boolean shownAsText = asText.isSelected();
        if (!shownAsText && value.filter(one -> !fits.test(one)).isPresent()) {
            asText.setSelected(true);
            text.focus(List.of());
            return;
        }
        arrange(shownAsText);
        editor().show(value);
        editor().focus(List.of());
    }

    private void arrange(boolean shownAsText) {
        asText.setSelected(shownAsText);
        place.getChildren().setAll(editor().node());
    }

    private ValueEditor editor() {
        return asText.isSelected() ? text : fitting;
    }

    @Override
    public Node node() {
        return place;
    }

    @Override
    public Optional<Node> button() {
        return Optional.of(asText);
    }

    @Override
    public void show(Optional<Object> now) {
        value = now;
        if (now.filter(one -> !fits.test(one)).isPresent() && !asText.isSelected()) {
            arrange(true);
        }
        editor().show(now);
    }

    @Override
    public void onEdit(Consumer<Optional<Object>> listener) {
        Consumer<Optional<Object>> remembering = edited -> {
            value = edited;
            listener.accept(edited);
        };
        fitting.onEdit(remembering);
        text.onEdit(remembering);
    }

    @Override
    public void focus(List<String> path) {
        editor().focus(path);
    }

    @Override
    public List<FieldProblem> showProblems(List<FieldProblem> problems) {
        return editor().showProblems(problems);
    }
}
