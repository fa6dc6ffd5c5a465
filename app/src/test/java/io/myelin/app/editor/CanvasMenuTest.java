package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The right button offers what can be done with what is under the pointer, and nothing else. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class CanvasMenuTest {
    private static final String GRAPH = """
            { "format": "myelin-graph/1",
              "components": {
                "tick": { "type": "source.timer" },
                "wrap": { "type": "flow.number" },
                "inner": { "type": "graph:inner" } },
              "links": [ { "from": "tick.outbox", "to": "wrap.inbox" } ],
              "graphs": { "inner": { "components": { "print": { "type": "console.print" } } } },
              "layout": {
                "components": {
                  "tick": { "x": 0, "y": 0 }, "wrap": { "x": 280, "y": 0 }, "inner": { "x": 560, "y": 0 } },
                "notes": { "n": { "text": "Note", "x": 280, "y": 160 } } } }
            """;

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture(1000, 450);

    @BeforeEach
    void open() throws IOException {
        // High up, so that every menu has room below the pointer: the headless platform paints one that is moved up to
        // have it, now and then, where it was, beyond its screen.
        EditorFixture.run(() -> editor.window().stage().setY(0));
        editor.openText("some.graph.json", GRAPH);
    }

    @Test
    void onEmptyCanvasItAddsThereEvenIfALinkIsSelected() throws IOException {
        EditorFixture.run(() -> editor.document().selection().select(link()));
        Point2D place = emptyPlace();
        editor.rightClick(place.getX(), place.getY());
        editor.picture("canvas-menu-nothing", menu());
        assertThat(ids())
                .contains("edit.add-here", "edit.paste", "edit.add-note", "edit.select-all", "arrange.tidy", "view.fit")
                .doesNotContain("edit.delete", "edit.mute", "edit.cut", "run.breakpoint", "view.enter");
        assertThat(dim()).isEmpty();
        editor.move(2, 2);
        choose("edit.add-here");
        editor.type("print");
        editor.keys(KeyCode.ENTER);
        assertThat(editor.graph().links()).hasSize(1);
        Bounds added = EditorFixture.call(() -> canvas().placeOf("print").orElseThrow());
        Point wanted = EditorFixture.call(
                () -> canvas().worldAt(place.getX(), place.getY()).orElseThrow());
        assertThat(added.centre().distance(wanted)).isLessThan(200);
    }

    @Test
    void onAWireItInsertsLeadsLabelsAndBreaks() throws IOException {
        Point2D place =
                inScene(EditorFixture.call(() -> canvas().placeOf(link()).orElseThrow()));
        editor.rightClick(place.getX(), place.getY());
        editor.picture("canvas-menu-wire", menu());
        assertThat(ids())
                .contains("run.breakpoint", "edit.add-here", "edit.add-waypoint", "edit.rename", "edit.delete")
                .contains("edit.mute", "edit.hide-links")
                .doesNotContain("edit.paste", "edit.cut", "view.enter", "edit.group", "edit.bypass", "view.fit");
        assertThat(dim()).isEmpty();
        assertThat(item("edit.rename").getText()).isEqualTo("Write Label");
        assertThat(item("edit.add-here").getText()).startsWith("Insert Component");
        choose("edit.add-waypoint");
        assertThat(waypoints()).isEqualTo(1);
    }

    @Test
    void onAComponentOnlyWhatItCanBe() throws IOException {
        Point2D place =
                inScene(EditorFixture.call(() -> canvas().placeOf("tick").orElseThrow()));
        editor.rightClick(place.getX(), place.getY());
        editor.picture("canvas-menu-component", menu());
        assertThat(ids())
                .contains("edit.rename", "edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.mute")
                .contains("edit.bypass", "edit.group", "structure.make", "edit.fold", "edit.delete")
                .doesNotContain("view.enter", "edit.ungroup", "structure.expand", "edit.add-here", "view.fit");
        choose("edit.mute");
        place = inScene(EditorFixture.call(() -> canvas().placeOf("inner").orElseThrow()));
        editor.rightClick(place.getX(), place.getY());
        assertThat(ids()).contains("view.enter", "structure.expand");
        choose("view.enter");
        assertThat(editor.graph().components()).containsOnlyKeys("print");
    }

    @Test
    void onANoteItIsWrittenColouredAndTakenAway() throws IOException {
        Point2D place = EditorFixture.call(() -> inScene(new Point(300, 180)));
        editor.rightClick(place.getX(), place.getY());
        assertThat(ids())
                .contains("edit.rename", "edit.next-colour", "edit.cut", "edit.delete")
                .doesNotContain("edit.mute", "edit.bypass", "structure.make", "run.breakpoint", "edit.delete-join");
    }

    private int waypoints() {
        return editor.graph().layout().links().stream()
                .mapToInt(one -> one.waypoints().size())
                .sum();
    }

    private LinkReference link() {
        return LinkReference.of(editor.document().graph().links().getFirst());
    }

    private GraphCanvas canvas() {
        return editor.window().documents().canvas().orElseThrow();
    }

    private Point2D inScene(Bounds place) {
        return EditorFixture.call(() -> inScene(place.centre()));
    }

    private Point2D inScene(Point world) {
        Point at = canvas().viewport().toScreen(world);
        return canvas().node().localToScene(at.x(), at.y());
    }

    private Point2D emptyPlace() {
        return EditorFixture.call(
                () -> canvas().node().localToScene(40, canvas().viewport().height() - 40));
    }

    private ContextMenu menu() {
        EditorFixture.await("the menu is shown", () -> showing().isPresent());
        return EditorFixture.call(() -> showing().orElseThrow());
    }

    private static Optional<ContextMenu> showing() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(one -> "canvas-menu".equals(one.getId()))
                .findFirst();
    }

    private List<String> ids() {
        ContextMenu menu = menu();
        return EditorFixture.call(() -> menu.getItems().stream()
                .map(MenuItem::getId)
                .filter(id -> id != null)
                .toList());
    }

    private List<String> dim() {
        ContextMenu menu = menu();
        return EditorFixture.call(() -> menu.getItems().stream()
                .filter(MenuItem::isDisable)
                .map(MenuItem::getId)
                .toList());
    }

    private MenuItem item(String id) {
        ContextMenu menu = menu();
        return EditorFixture.call(() -> menu.getItems().stream()
                .filter(one -> id.equals(one.getId()))
                .findFirst()
                .orElseThrow());
    }

    private void choose(String id) {
        MenuItem item = item(id);
        ContextMenu menu = menu();
        EditorFixture.run(() -> {
            menu.hide();
            item.fire();
        });
        editor.settle();
    }
}
