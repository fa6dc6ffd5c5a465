package io.myelin.app.editor;

import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.compare.ComparisonActions;
import io.myelin.app.editor.journal.LeftJournal;
import io.myelin.app.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Offers the work that an editor had not saved when it ended without being closed. Each graph is opened or discarded by
 * itself; what is neither, because the sheet was put away, is offered again at the next start.
 */
final class RecoverySheet {
    private static final Texts TEXTS = Texts.of(RecoverySheet.class);

    private static final int SHOWN_ROWS = 5;
    private static final double ROW_HEIGHT = 66;

    private final Overlay overlay;
    private final Consumer<LeftJournal> open;
    private final Consumer<LeftJournal> compare;
    private final Consumer<LeftJournal> discard;
    private final List<LeftJournal> left;
    private final VBox rows = new VBox(6);

    /** Offers {@code left}; {@code open}, {@code compare} and {@code discard} do what is chosen. */
    RecoverySheet(
            Overlay overlay,
            List<LeftJournal> left,
            Consumer<LeftJournal> open,
            Consumer<LeftJournal> compare,
            Consumer<LeftJournal> discard) {
        this.overlay = overlay;
        this.left = new ArrayList<>(left);
        this.open = open;
        this.compare = compare;
        this.discard = discard;
    }

    void show() {
        Label title = new Label(TEXTS.get("recovery.title"));
        title.getStyleClass().add("title-3");
        Label text = new Label(TEXTS.get("recovery.text"));
        text.setWrapText(true);
        left.forEach(one -> rows.getChildren().add(row(one)));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(SHOWN_ROWS, left.size()) * ROW_HEIGHT);
        Button openAll = new Button(TEXTS.get(left.size() == 1 ? "recovery.open" : "recovery.open-all"));
        openAll.setId("recovery-open-all");
        openAll.setDefaultButton(true);
        openAll.setOnAction(_ -> openAll());
        Button later = new Button(TEXTS.get("recovery.later"));
        later.setId("recovery-later");
        later.setOnAction(_ -> overlay.hide());
        HBox buttons = new HBox(8, later, openAll);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(title, text, scroll, buttons);
        sheet.setId("recovery");
        sheet.getStyleClass().add("dialog-sheet");
        sheet.setPrefWidth(560);
        overlay.show(sheet, openAll);
    }

    private void openAll() {
        overlay.hide();
        List.copyOf(left).forEach(open);
    }

    private Node row(LeftJournal one) {
        Label name = new Label(
                one.file().map(Path::getFileName).map(Path::toString).orElseGet(() -> TEXTS.get("recovery.untitled")));
        name.getStyleClass().add("section-title");
        Label details = new Label(details(one));
        details.setMinWidth(0);
        VBox texts = new VBox(name, details);
        one.file().map(Path::getParent).ifPresent(folder -> texts.getChildren().add(folder(folder)));
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button openIt = new Button(TEXTS.get("recovery.open"));
        openIt.setAccessibleText(TEXTS.get("recovery.open-named", name.getText()));
        Button discardIt = new Button(TEXTS.get("recovery.discard"));
        discardIt.setAccessibleText(TEXTS.get("recovery.discard-named", name.getText()));
        HBox row = new HBox(8, texts);
        if (left.size() > 1) {
            row.getChildren().add(openIt);
        }
        if (one.file().isPresent()) {
            row.getChildren().add(compareIt(one, row, name.getText()));
        }
        row.getChildren().add(discardIt);
        row.setAlignment(Pos.CENTER_LEFT);
        openIt.setMinWidth(Region.USE_PREF_SIZE);
        discardIt.setMinWidth(Region.USE_PREF_SIZE);
        openIt.setOnAction(_ -> settle(one, row, open));
        discardIt.setOnAction(_ -> settle(one, row, discard));
        return row;
    }

    /** Opened too, it can be taken from in both directions: what is not wanted of it is undone or discarded. */
    private Button compareIt(LeftJournal one, Node row, String name) {
        Button button = new Button(ComparisonActions.compareTitle());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(ComparisonActions.compareTitle() + " " + name);
        button.setTooltip(new Tooltip(ComparisonActions.compareRecoveredHelp()));
        button.setOnAction(_ -> settle(one, row, compare));
        return button;
    }

    private void settle(LeftJournal one, Node row, Consumer<LeftJournal> choice) {
        left.remove(one);
        rows.getChildren().remove(row);
        if (left.isEmpty()) {
            overlay.hide();
        }
        choice.accept(one);
    }

    private static Label folder(Path folder) {
        Label label = new Label(TEXTS.get("recovery.folder", folder));
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(folder.toString()));
        return label;
    }

    private static String details(LeftJournal one) {
        String edited = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .format(one.edited().atZone(ZoneId.systemDefault()));
        return TEXTS.get("recovery.edited", edited, one.steps());
    }
}
