package io.myelin.app.editor.canvas;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.access.TextSize;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of the hidden wires that end at one place, of which one can be chosen. */
final class WireList extends VBox {
    private static final Texts TEXTS = Texts.of(WireList.class);

    private static final double WIDTH = 320;
    private static final double EDGE = 8;
    private static final double ROW = 44;
    private static final double AROUND_LIST = 52;
    private static final int MOST_ROWS = 8;

    private final Consumer<LinkReference> chosen;
    private final Runnable closed;
    private final Label title = new Label();
    private final ListView<Row> list = new ListView<>();

    /**
     * A wire in the list.
     *
     * @param link which
     * @param title what it joins, by the titles of the components
     * @param boxes what it joins, by the ids of its boxes
     * @param count how many messages have gone along it; empty where nothing runs
     */
    record Row(LinkReference link, String title, String boxes, String count) {}

    /** Tells {@code chosen} of the wire that is chosen, and {@code closed} when it is put away. */
    WireList(Consumer<LinkReference> chosen, Runnable closed) {
        this.chosen = chosen;
        this.closed = closed;
        getStyleClass().addAll("quick-add", "wire-list");
        setId("wire-list");
        setManaged(false);
        setVisible(false);
        title.getStyleClass().add("hint-title");
        list.setId("wire-list-rows");
        AccessibleName.give(list, TEXTS.get("wires.name"));
        list.setCellFactory(_ -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, list);
        list.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                // Who has taken the focus keeps it.
                setVisible(false);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> choose());
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /** Opens with {@code rows} at {@code place}, in pixels, inside {@code area}; is put away where there is none. */
    void open(List<Row> rows, Point place, Bounds area) {
        if (rows.isEmpty()) {
            close();
            return;
        }
        title.setText(TEXTS.get("wires.title", rows.size()));
        list.getItems().setAll(rows);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        double larger = TextSize.factor(title);
        double width = Math.min(WIDTH * larger, area.width() - 2 * EDGE);
        double wanted = (AROUND_LIST + ROW * Math.min(MOST_ROWS, rows.size())) * larger;
        double height = Math.min(wanted, area.height() - 2 * EDGE);
        double x = Math.clamp(place.x(), EDGE, Math.max(EDGE, area.width() - width - EDGE));
        double y = Math.clamp(place.y(), EDGE, Math.max(EDGE, area.height() - height - EDGE));
        resizeRelocate(Math.round(x), Math.round(y), width, height);
        setVisible(true);
        list.requestFocus();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER, SPACE -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose() {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row != null && isVisible()) {
            close();
            chosen.accept(row.link());
        }
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    private static final class Cell extends ListCell<Row> {
        private final Label title = new Label();
        private final Label boxes = new Label();
        private final Label count = new Label();
        private final HBox look = new HBox(8, new VBox(title, boxes), new Region(), count);

        private Cell() {
            HBox.setHgrow(look.getChildren().get(1), Priority.ALWAYS);
            look.setAlignment(Pos.CENTER_LEFT);
            title.getStyleClass().add("type-title");
            boxes.getStyleClass().add("type-summary");
            count.getStyleClass().add("type-summary");
            count.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(row.title());
            boxes.setText(row.boxes());
            count.setText(row.count());
            setGraphic(look);
            setAccessibleText(row.title() + ", " + row.boxes() + (row.count().isEmpty() ? "" : ", " + row.count()));
        }
    }
}
