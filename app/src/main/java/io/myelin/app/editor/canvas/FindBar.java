package io.myelin.app.editor.canvas;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field in a corner of the canvas in which people search the graph: everything found is framed, one after the other is
 * selected and shown, and typing goes on meanwhile.
 */
public final class FindBar extends VBox {
    private static final Texts TEXTS = Texts.of(FindBar.class);

    private static final double FROM_EDGE = 12;
    private static final double SPACING = 4;
    private static final int MOST_INSIDE = 3;

    private final Document document;
    private final CanvasGeometry geometry;
    private final Consumer<String> reveal;
    private final Consumer<List<String>> goInto;
    private final Runnable closed;
    private final FindMarks marks = new FindMarks();
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final Label inside = new Label();
    private final Button goIn = button("mdi2l-location-enter", TEXTS.get("find.go-in"), this::goIn);
    private List<String> found = List.of();
    private Optional<String> current = Optional.empty();
    private Viewport viewport = Viewport.START;

    /**
     * Searches {@code document} as {@code geometry} shows it; {@code reveal} brings a component into view, {@code goInto}
     * shows the one that the components lead to, each in the graph that the one before stands for.
     */
    FindBar(
            Document document,
            CanvasGeometry geometry,
            Consumer<String> reveal,
            Consumer<List<String>> goInto,
            Runnable closed) {
        this.document = document;
        this.geometry = geometry;
        this.reveal = reveal;
        this.goInto = goInto;
        this.closed = closed;
        setId("find-bar");
        getStyleClass().addAll("canvas-notice", "find-bar");
        setManaged(false);
        setVisible(false);
        search.setId("find-text");
        search.setPromptText(TEXTS.get("find.prompt"));
        AccessibleName.ofPrompt(search);
        count.setId("find-count");
        count.getStyleClass().add("hint-text");
        count.setAccessibleRole(AccessibleRole.TEXT);
        inside.setId("find-inside");
        inside.getStyleClass().add("hint-text");
        // As wide as the row above leaves it, however much is inside.
        inside.setPrefWidth(0);
        inside.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(inside, Priority.ALWAYS);
        inside.setAccessibleRole(AccessibleRole.TEXT);
        goIn.setId("find-go-in");
        HBox within = new HBox(SPACING, inside, goIn);
        within.setAlignment(Pos.CENTER_LEFT);
        within.managedProperty().bind(goIn.managedProperty());
        HBox row = new HBox(
                SPACING,
                search,
                count,
                button("mdi2c-chevron-up", TEXTS.get("find.previous"), () -> step(-1)),
                button("mdi2c-chevron-down", TEXTS.get("find.next"), () -> step(1)),
                button("mdi2c-close", TEXTS.get("find.close"), this::close));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, within);
        search.textProperty().subscribe(_ -> find());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        visibleProperty().subscribe(marks::setVisible);
    }

    private static Button button(String icon, String help, Runnable task) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setOnAction(_ -> task.run());
        return button;
    }

    /** The frames around what was found, to be laid under this bar. */
    FindMarks marks() {
        return marks;
    }

    /** Opens it, or gives it the focus where it is open, with what was searched for last. */
    public void open() {
        setVisible(true);
        applyCss();
        autosize();
        layoutXProperty()
                .bind(((CanvasPane) getParent())
                        .widthProperty()
                        .subtract(widthProperty())
                        .subtract(FROM_EDGE));
        setLayoutY(FROM_EDGE);
        find();
        search.requestFocus();
        search.selectAll();
    }

    /** Whether people are searching. */
    public boolean isOpen() {
        return isVisible();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> {
                if (event.isAltDown()) {
                    selectAll();
                } else {
                    step(event.isShiftDown() ? -1 : 1);
                }
            }
            case DOWN -> step(1);
            case UP -> step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Goes on by so many of what was found, round and round; opens the field first where it is not. */
    public void step(int by) {
        if (!isVisible()) {
            open();
        }
        if (!found.isEmpty()) {
            int index = current.map(found::indexOf).orElse(by > 0 ? -1 : 0);
            goTo(found.get(Math.floorMod(index + by, found.size())));
        }
    }

    /** Shows what was found inside the component that stands out, where it stands; false where nothing was. */
    public boolean goIn() {
        List<ComponentFaces.Inside> inner = inner();
        if (inner.isEmpty()) {
            return false;
        }
        List<String> path = new ArrayList<>(current.stream().toList());
        path.addAll(inner.getFirst().path());
        close();
        goInto.accept(path);
        return true;
    }

    private List<ComponentFaces.Inside> inner() {
        return isVisible()
                ? current.map(id -> GraphSearch.inside(geometry, id, search.getText()))
                        .orElse(List.of())
                : List.of();
    }

    /** Selects everything that was found. */
    public void selectAll() {
        if (!found.isEmpty()) {
            document.selection().select(found, List.of());
        }
    }

    /** Searches anew; what is shown stays so where it is still found. */
    private void find() {
        found = isVisible() ? GraphSearch.find(geometry, search.getText()) : List.of();
        if (current.isEmpty() || !found.contains(current.get())) {
            current = Optional.empty();
            found.stream().findFirst().ifPresent(this::goTo);
        }
        showState();
    }

    private void goTo(String id) {
        current = Optional.of(id);
        document.selection().select(id);
        reveal.accept(id);
        showState();
    }

    private void showState() {
        boolean nothing = found.isEmpty() && !search.getText().isBlank();
        if (found.isEmpty()) {
            count.setText(nothing ? TEXTS.get("find.nothing") : "");
        } else {
            count.setText(TEXTS.get("find.place", current.map(found::indexOf).orElse(-1) + 1, found.size()));
        }
        showInside();
        if (isVisible()) {
            autosize();
            showMarks();
        }
    }

    private void showInside() {
        List<ComponentFaces.Inside> inner = inner();
        String names =
                inner.stream().limit(MOST_INSIDE).map(one -> one.face().title()).collect(Collectors.joining(", "));
        String around = current.flatMap(geometry::component)
                .map(shape -> shape.face().title())
                .orElse("");
        inside.setText(
                inner.isEmpty()
                        ? ""
                        : TEXTS.get("find.inside", around, inner.size() > MOST_INSIDE ? names + ", …" : names));
        inside.setTooltip(inner.isEmpty() ? null : new Tooltip(inside.getText()));
        for (Node part : List.of(inside, goIn)) {
            part.setManaged(!inner.isEmpty());
            part.setVisible(!inner.isEmpty());
        }
    }

    private void showMarks() {
        marks.show(bounds(found), bounds(current.stream().toList()), viewport);
    }

    private List<Bounds> bounds(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> geometry.component(id).stream())
                .map(ComponentShape::bounds)
                .toList();
    }

    /** Follows the canvas to another part of the world, or to what stands elsewhere in it. */
    void follow(Viewport shown) {
        viewport = shown;
        if (isVisible()) {
            showMarks();
        }
    }

    /** Follows the document to its new graph. */
    void graphChanged() {
        if (isVisible()) {
            found = GraphSearch.find(geometry, search.getText());
            current = current.filter(found::contains);
            showState();
        }
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            found = List.of();
            current = Optional.empty();
            showMarks();
            closed.run();
        }
    }
}
