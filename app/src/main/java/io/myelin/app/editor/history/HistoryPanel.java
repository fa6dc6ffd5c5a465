package io.myelin.app.editor.history;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.History;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/**
 * Lists the steps done to a document, the oldest first, those taken back too: a click or Enter goes to where the graph
 * was after that step. The first row is the graph as it was opened.
 */
public final class HistoryPanel {
    private static final Texts TEXTS = Texts.of(HistoryPanel.class);

    /** How many rows are shown above the current one where the list has to be scrolled to it. */
    private static final int ROWS_ABOVE = 2;

    private static final double ROW_HEIGHT = 26;
    private static final Long BEGINNING = -1L;

    /** The serials of the steps: what does not change though a step takes in more edits. */
    private final ListView<Long> list = new ListView<>();

    private Optional<Document> shown = Optional.empty();
    private Optional<Subscription> following = Optional.empty();

    /** A list that shows no document yet. */
    public HistoryPanel() {
        list.setId("history-list");
        list.getStyleClass().add("history-list");
        list.setAccessibleText(TEXTS.get("history"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPlaceholder(new Label(TEXTS.get("nothing")));
        list.setCellFactory(_ -> new HistoryRow(() -> shown.map(Document::history), this::goTo));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                goTo(list.getSelectionModel().getSelectedIndex());
                event.consume();
            }
        });
    }

    /** The list to show. */
    public Node node() {
        return list;
    }

    /** Shows the steps of {@code document} from now on. */
    public void show(Optional<Document> document) {
        following.ifPresent(Subscription::close);
        shown = document;
        list.getItems().clear();
        following = document.map(one -> one.onState(_ -> follow(one.history())));
        document.ifPresent(one -> follow(one.history()));
    }

    private void goTo(int position) {
        if (position >= 0) {
            shown.ifPresent(document -> document.goTo(position));
        }
    }

    /** Brings the rows up to date; costs next to nothing for one more step, however many there are. */
    private void follow(History history) {
        ObservableList<Long> rows = list.getItems();
        int size = history.size() + 1;
        int same = Math.min(rows.size(), size);
        while (same > 0 && !rows.get(same - 1).equals(serial(history, same - 1))) {
            same--;
        }
        if (same < rows.size()) {
            rows.remove(same, rows.size());
        }
        List<Long> more = new ArrayList<>();
        for (int position = same; position < size; position++) {
            more.add(serial(history, position));
        }
        rows.addAll(more);
        list.refresh();
        if (list.getSelectionModel().getSelectedIndex() != history.position()) {
            list.getSelectionModel().clearAndSelect(history.position());
            list.scrollTo(Math.max(0, history.position() - ROWS_ABOVE));
        }
    }

    private static Long serial(History history, int position) {
        return position == 0
                ? BEGINNING
                : Long.valueOf(history.step(position - 1).serial());
    }
}
