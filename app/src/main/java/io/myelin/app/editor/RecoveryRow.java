package io.myelin.app.editor;

import io.myelin.app.editor.compare.ComparisonActions;
import io.myelin.app.editor.journal.LeftJournal;
import io.myelin.app.text.ClockTime;
import io.myelin.app.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One graph that is offered: its name, when it was edited, and what may be done with it. It keeps its place whatever
 * was chosen, so that no other moves below the pointer.
 */
final class RecoveryRow {
    private static final Texts TEXTS = Texts.of(RecoveryRow.class);
    private static final PseudoClass PUT_AWAY = PseudoClass.getPseudoClass("put-away");

    /** What was chosen for it. */
    enum Choice {
        NONE,
        OPENED,
        DISCARDED
    }

    private final LeftJournal journal;
    private final Runnable changed;
    private final String name;
    private final Label details = new Label();
    private final Button open = new Button(TEXTS.get("recovery.open"));
    private final Button compare = new Button(ComparisonActions.compareTitle());
    private final Button discard = new Button();
    private final HBox node = new HBox(8);
    private Choice choice = Choice.NONE;

    /** Offers {@code journal}, alone or among others; {@code changed} is told of each choice. */
    RecoveryRow(
            LeftJournal journal,
            boolean isAlone,
            Consumer<LeftJournal> opens,
            Consumer<LeftJournal> compares,
            Runnable changed) {
        this.journal = journal;
        this.changed = changed;
        this.name = journal.file()
                .map(Path::getFileName)
                .map(Path::toString)
                .orElseGet(() -> TEXTS.get("recovery.untitled"));
        node.getStyleClass().add("recovery-row");
        node.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().add(texts());
        open.setAccessibleText(TEXTS.get("recovery.open-named", name));
        open.setOnAction(_ -> take(opens));
        if (!isAlone) {
            addButton(open);
        }
        // Opened too, it can be taken from in both directions: what is not wanted of it is undone or discarded.
        compare.setAccessibleText(ComparisonActions.compareTitle() + " " + name);
        compare.setTooltip(new Tooltip(ComparisonActions.compareRecoveredHelp()));
        compare.setOnAction(_ -> take(compares));
        if (journal.file().isPresent()) {
            addButton(compare);
        }
        discard.setOnAction(_ -> choose(choice == Choice.DISCARDED ? Choice.NONE : Choice.DISCARDED));
        addButton(discard);
        showChoice();
    }

    private void addButton(Button button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        node.getChildren().add(button);
    }

    private VBox texts() {
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        details.setMinWidth(0);
        VBox texts = new VBox(title, details);
        journal.file()
                .map(Path::getParent)
                .ifPresent(folder -> texts.getChildren().add(folder(folder)));
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        return texts;
    }

    Node node() {
        return node;
    }

    LeftJournal journal() {
        return journal;
    }

    Choice choice() {
        return choice;
    }

    private void take(Consumer<LeftJournal> task) {
        choose(Choice.OPENED);
        task.accept(journal);
    }

    private void choose(Choice chosen) {
        choice = chosen;
        showChoice();
        changed.run();
    }

    private void showChoice() {
        details.setText(
                switch (choice) {
                    case NONE -> edited();
                    case OPENED -> TEXTS.get("recovery.opened");
                    case DISCARDED -> TEXTS.get("recovery.discarded");
                });
        boolean isDiscarded = choice == Choice.DISCARDED;
        discard.setText(TEXTS.get(isDiscarded ? "recovery.bring-back" : "recovery.discard"));
        discard.setAccessibleText(
                TEXTS.get(isDiscarded ? "recovery.bring-back-named" : "recovery.discard-named", name));
        // Not seen, they keep their room: where one was, there is no other.
        open.setVisible(choice == Choice.NONE);
        compare.setVisible(choice == Choice.NONE);
        discard.setVisible(choice != Choice.OPENED);
        node.pseudoClassStateChanged(PUT_AWAY, choice != Choice.NONE);
    }

    private static Label folder(Path folder) {
        Label label = new Label(TEXTS.get("recovery.folder", folder));
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(folder.toString()));
        return label;
    }

    private String edited() {
        String when = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .format(journal.edited().atZone(ZoneId.systemDefault()))
                + ", " + ClockTime.minutes(journal.edited());
        return TEXTS.get("recovery.edited", when, journal.steps());
    }
}
