package io.myelin.app.editor.canvas;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field in a corner of the canvas in which people search the graph: everything found is framed, one after the other is
 * selected and shown, and typing goes on meanwhile.
 */
public final class FindBar extends HBox {
    private static final Texts TEXTS = Texts.of(FindBar.class);

    private static final double FROM_EDGE = 12;

    private final Document document;
    private final CanvasGeometry geometry;
    private final Consumer<String> reveal;
    private final Runnable closed;
    private final FindMarks marks = new FindMarks();
    private final TextField search = new TextField();
    private final Label count = new Label();
    private List<String> found = List.of();
    private Optional<String> current = Optional.empty();
    private Viewport viewport = Viewport.START;

    /** Searches {@code document} as {@code geometry} shows it; {@code reveal} brings a component into view. */
    FindBar(Document document, CanvasGeometry geometry, Consumer<String> reveal, Runnable closed) {
        this.document = document;
        this.geometry = geometry;
        this.reveal = reveal;
        this.closed = closed;
        setId("find-bar");
        getStyleClass().addAll("canvas-notice", "find-bar");
        setAlignment(Pos.CENTER_LEFT);
        setManaged(false);
        setVisible(false);
        search.setId("find-text");
        search.setPromptText(TEXTS.get("find.prompt"));
        AccessibleName.ofPrompt(search);
        count.setId("find-count");
        count.getStyleClass().add("hint-text");
        count.setAccessibleRole(AccessibleRole.TEXT);
        getChildren()
                .addAll(
                        search,
                        count,
                        button("mdi2c-chevron-up", TEXTS.get("find.previous"), () -> step(-1)),
                        button("mdi2c-chevron-down", TEXTS.get("find.next"), () -> step(1)),
                        button("mdi2c-close", TEXTS.get("find.close"), this::close));
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
        if (isVisible()) {
            autosize();
            showMarks();
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
