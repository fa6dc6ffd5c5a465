package io.myelin.app.editor.canvas;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.access.TextSize;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.QuickAddRequest;
import io.myelin.app.editor.canvas.paint.FamilyLook;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The searchable list of components that opens at the pointer. */
final class QuickAdd extends VBox {
    private static final Texts TEXTS = Texts.of(QuickAdd.class);

    private static final double WIDTH = 320;
    private static final double HEIGHT = 344;
    private static final double EDGE = 8;
    private static final double ROW = 44;
    private static final double AROUND_LIST = 62;

    private final ComponentCatalog catalog;
    private final Supplier<List<String>> recent;
    private final BiConsumer<ComponentType, QuickAddRequest> chosen;
    private final Runnable closed;
    private final TextField search = new TextField();
    private final ListView<ComponentType> list = new ListView<>();
    private final Label nothing = new Label();
    private Bounds room = new Bounds(0, 0, WIDTH, HEIGHT);
    private double larger = 1;
    private QuickAddRequest request = QuickAddRequest.at(new Point(0, 0));

    /** Offers the types of {@code catalog}, those of {@code recent} first, and tells {@code chosen} of the one taken. */
    QuickAdd(
            ComponentCatalog catalog,
            Supplier<List<String>> recent,
            BiConsumer<ComponentType, QuickAddRequest> chosen,
            Runnable closed) {
        this.catalog = catalog;
        this.recent = recent;
        this.chosen = chosen;
        this.closed = closed;
        getStyleClass().add("quick-add");
        setId("quick-add");
        setManaged(false);
        setVisible(false);
        search.setId("quick-add-search");
        search.setPromptText(TEXTS.get("quick.prompt"));
        AccessibleName.ofPrompt(search);
        AccessibleName.give(list, TEXTS.get("found"));
        list.setId("quick-add-list");
        list.setCellFactory(_ -> new TypeCell());
        nothing.getStyleClass().add("hint-text");
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list);
        search.textProperty().addListener((_, _, _) -> find());
        search.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && !list.isFocused()) {
                // Who has taken the focus keeps it.
                setVisible(false);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> choose());
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /** Opens at {@code place}, in pixels, inside {@code area}. */
    void open(QuickAddRequest wanted, Point place, Bounds area) {
        request = wanted;
        search.clear();
        find();
        room = area;
        larger = TextSize.factor(search);
        double height = Math.min(HEIGHT * larger, area.height() - 2 * EDGE);
        double x = Math.clamp(place.x(), EDGE, Math.max(EDGE, area.width() - WIDTH * larger - EDGE));
        double y = Math.clamp(place.y(), EDGE, Math.max(EDGE, area.height() - height - EDGE));
        relocate(Math.round(x), Math.round(y));
        resizeToFound();
        setVisible(true);
        search.requestFocus();
    }

    private void find() {
        list.getItems().setAll(TypeSearch.find(catalog.types(), request::fits, recent.get(), search.getText()));
        nothing.setText(
                request.hanging().isPresent() || request.between().isPresent()
                        ? TEXTS.get("quick.none-fits")
                        : TEXTS.get("quick.none"));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        resizeToFound();
    }

    /** As high as what was found needs, up to a bound. */
    private void resizeToFound() {
        double rows = Math.max(1, list.getItems().size()) * ROW * larger;
        double wanted = Math.min(HEIGHT * larger, AROUND_LIST * larger + rows);
        resize(Math.min(WIDTH * larger, room.width() - 2 * EDGE), Math.min(wanted, room.height() - 2 * EDGE));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            case TAB -> move(event.isShiftDown() ? -1 : 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int index = Math.clamp(
                (long) list.getSelectionModel().getSelectedIndex() + by,
                0,
                Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 2));
    }

    private void choose() {
        ComponentType type = list.getSelectionModel().getSelectedItem();
        if (type != null && isVisible()) {
            close();
            chosen.accept(type, request);
        }
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    private static final class TypeCell extends ListCell<ComponentType> {
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label summary = new Label();
        private final HBox row = new HBox(8, icon, new VBox(title, summary));

        private TypeCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            icon.setIconSize(18);
            title.getStyleClass().add("type-title");
            summary.getStyleClass().add("type-summary");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ComponentType type, boolean empty) {
            super.updateItem(type, empty);
            if (empty || type == null) {
                setGraphic(null);
                return;
            }
            FamilyLook look = FamilyLook.of(type.family());
            icon.setIconLiteral(type.icon().isEmpty() ? look.icon() : type.icon());
            icon.getStyleClass().setAll("ikonli-font-icon", look.tone().styleClass());
            title.setText(type.title());
            summary.setText(type.summary());
            setGraphic(row);
        }
    }
}
