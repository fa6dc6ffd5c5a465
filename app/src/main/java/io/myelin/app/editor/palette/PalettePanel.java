package io.myelin.app.editor.palette;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The components at hand, by family or as searched for; dragged onto the canvas, or placed by double-click or Enter. */
public final class PalettePanel {
    private static final Texts TEXTS = Texts.of(PalettePanel.class);

    private final ComponentCatalog catalog;
    private final PaletteTarget target;
    private final PaletteDrag drag;
    private final TextField search = new TextField();
    private final ListView<PaletteRow> list = new ListView<>();
    private final VBox panel;
    private List<LibraryGraph> library = List.of();

    /** A panel of {@code catalog}; what is carried from it is shown in {@code dragLayer}, above the whole window. */
    public PalettePanel(ComponentCatalog catalog, PaletteTarget target, Pane dragLayer) {
        this.catalog = catalog;
        this.target = target;
        this.drag = new PaletteDrag(target, dragLayer);
        search.setId("palette-search");
        search.setPromptText(TEXTS.get("search"));
        AccessibleName.ofPrompt(search);
        AccessibleName.give(list, TEXTS.get("components"));
        search.textProperty().subscribe(this::show);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setCellFactory(_ -> new PaletteCell(drag, target));
        list.setPlaceholder(new Label(TEXTS.get("nothing")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
        VBox.setVgrow(list, Priority.ALWAYS);
        StackPane searchBox = new StackPane(search);
        searchBox.getStyleClass().add("palette-search-box");
        VBox box = new VBox(searchBox, list);
        box.setId("palette-panel");
        box.getStyleClass().addAll("side-panel", "palette-panel");
        panel = box;
    }

    /** The panel to show. */
    public Node node() {
        return panel;
    }

    /** Goes to the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Puts back what is being carried to the canvas; false where nothing is. */
    public boolean cancelDrag() {
        boolean carried = drag.isCarrying();
        drag.cancel();
        return carried;
    }

    /** Offers these graphs of the user's own too, above the others. */
    public void showLibrary(List<LibraryGraph> graphs) {
        if (!graphs.equals(library)) {
            library = List.copyOf(graphs);
            show(search.getText());
        }
    }

    private void show(String query) {
        list.getItems().setAll(PaletteSearch.ownGraphs(library, query));
        list.getItems().addAll(PaletteSearch.find(catalog, query));
        if (!query.isBlank()) {
            list.getSelectionModel().selectFirst();
        }
        list.scrollTo(0);
    }

    private void searchKey(KeyEvent event) {
        MultipleSelectionModel<PaletteRow> rows = list.getSelectionModel();
        if (event.getCode() == KeyCode.DOWN) {
            rows.selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            rows.selectPrevious();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            placeSelected();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
        } else {
            return;
        }
        event.consume();
    }

    private void listKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            placeSelected();
            event.consume();
        }
    }

    private void placeSelected() {
        PaletteRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            row.placeable().ifPresent(placeable -> target.place(placeable.type()));
        }
    }
}
