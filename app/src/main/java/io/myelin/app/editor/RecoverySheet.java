package io.myelin.app.editor;

import io.myelin.app.editor.RecoveryRow.Choice;
import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.journal.LeftJournal;
import io.myelin.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Offers the work that an editor had not saved when it ended without being closed. Each graph is opened or discarded by
 * itself; what is neither, because the sheet was put away, is offered again at the next start. What is discarded can be
 * brought back as long as the sheet is shown.
 */
final class RecoverySheet {
    private static final Texts TEXTS = Texts.of(RecoverySheet.class);

    private static final int SHOWN_ROWS = 5;
    private static final double ROW_HEIGHT = 66;

    private final Overlay overlay;
    private final Consumer<LeftJournal> open;
    private final Consumer<LeftJournal> discard;
    private final Runnable closed;
    private final List<RecoveryRow> rows;
    private final Button openAll = new Button();
    private final Button later = new Button();

    /**
     * Offers {@code left}; {@code open} and {@code compare} do at once what is chosen, {@code discard} when the sheet is
     * put away, as {@code closed} is told then.
     */
    RecoverySheet(
            Overlay overlay,
            List<LeftJournal> left,
            Consumer<LeftJournal> open,
            Consumer<LeftJournal> compare,
            Consumer<LeftJournal> discard,
            Runnable closed) {
        this.overlay = overlay;
        this.open = open;
        this.discard = discard;
        this.closed = closed;
        this.rows = left.stream()
                .map(one -> new RecoveryRow(one, left.size() == 1, open, compare, this::chosen))
                .toList();
    }

    void show() {
        Label title = new Label(TEXTS.get("recovery.title"));
        title.getStyleClass().add("title-3");
        Label text = new Label(TEXTS.get("recovery.text"));
        text.setWrapText(true);
        VBox list = new VBox(6);
        rows.forEach(row -> list.getChildren().add(row.node()));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(SHOWN_ROWS, rows.size()) * ROW_HEIGHT);
        openAll.setText(TEXTS.get(rows.size() == 1 ? "recovery.open" : "recovery.open-all"));
        openAll.setId("recovery-open-all");
        openAll.setDefaultButton(true);
        openAll.setOnAction(_ -> openAll());
        later.setId("recovery-later");
        later.setOnAction(_ -> overlay.hide());
        HBox buttons = new HBox(8, later, openAll);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(title, text, scroll, buttons);
        sheet.setId("recovery");
        sheet.getStyleClass().add("dialog-sheet");
        sheet.setPrefWidth(560);
        showWhatIsLeft();
        overlay.show(sheet, openAll);
        // However it is put away: by its buttons, by Escape, or by another sheet.
        sheet.parentProperty().subscribe((_, parent) -> {
            if (parent == null) {
                with(Choice.DISCARDED).map(RecoveryRow::journal).forEach(discard);
                closed.run();
            }
        });
    }

    private void openAll() {
        List<LeftJournal> opened = with(Choice.NONE).map(RecoveryRow::journal).toList();
        overlay.hide();
        opened.forEach(open);
    }

    private Stream<RecoveryRow> with(Choice choice) {
        return rows.stream().filter(row -> row.choice() == choice);
    }

    /** What was discarded may yet be brought back; with nothing to decide any more the sheet has had its day. */
    private void chosen() {
        if (with(Choice.OPENED).count() == rows.size()) {
            overlay.hide();
        }
        showWhatIsLeft();
    }

    private void showWhatIsLeft() {
        boolean isLeft = with(Choice.NONE).findAny().isPresent();
        openAll.setDisable(!isLeft);
        later.setText(TEXTS.get(isLeft ? "recovery.later" : "recovery.close"));
    }
}
