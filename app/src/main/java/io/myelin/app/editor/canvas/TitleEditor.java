package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A field over a component's title in which it is renamed: Enter or a click elsewhere keeps it, Esc does not. */
final class TitleEditor extends TextField {
    private static final double LOWEST = 28;
    private static final double NARROWEST = 160;

    private final Document document;
    private final Runnable closed;
    private @Nullable String renamed;
    private String opened = "";

    TitleEditor(Document document, Runnable closed) {
        this.document = document;
        this.closed = closed;
        setId("title-editor");
        getStyleClass().add("title-editor");
        setManaged(false);
        setVisible(false);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setOnAction(_ -> keep());
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                keep();
            }
        });
    }

    void open(ComponentShape shape, Viewport viewport) {
        renamed = shape.id();
        Bounds place = viewport.toScreen(shape.bounds());
        double height = Math.max(LOWEST, 28 * viewport.zoom());
        resizeRelocate(
                place.x() + 40 * viewport.zoom(),
                place.y() + 4 * viewport.zoom(),
                Math.max(NARROWEST, place.width() - 44 * viewport.zoom()),
                height);
        opened = shape.face().title();
        setText(opened);
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void keep() {
        String id = renamed;
        if (id == null) {
            return;
        }
        GraphComponent component = document.graph().components().get(id);
        String title = getText().strip();
        boolean changed = !title.equals(opened);
        close();
        if (component != null && changed) {
            String wanted = title.equals(titleOfType(component)) ? "" : title;
            if (!wanted.equals(component.title())) {
                document.perform("Rename " + id, new GraphEdit.ChangeComponent(id, component.withTitle(wanted)));
            }
        }
    }

    private String titleOfType(GraphComponent component) {
        return document.catalog()
                .find(component.type())
                .map(ComponentType::title)
                .orElse("");
    }

    void close() {
        renamed = null;
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }
}
