package io.myelin.app.editor;

import io.myelin.app.editor.canvas.arrange.FreeRoom;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.FreeIds;
import io.myelin.app.editor.document.GraphClipboard;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.Subgraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be done to a document as a whole or to what is selected in it. */
final class EditCommands {
    private static final Texts TEXTS = Texts.of(EditCommands.class);

    private static final double NEW_WIDTH = 160;
    private static final double NEW_HEIGHT = 70;
    private static final double BESIDE = 240;
    private static final double ASIDE = 24;

    private final Consumer<String> say;

    EditCommands(Consumer<String> say) {
        this.say = say;
    }

    /** Puts the selected components and notes on the clipboard as text. */
    void copy(Document document) {
        ClipboardContent content = new ClipboardContent();
        content.putString(GraphClipboard.copy(
                document,
                document.selection().components(),
                document.selection().notes()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /**
     * Pastes the components on the clipboard into the free room nearest to the pointer, or to the middle of the view; with {@code keepsOutsideLinks} also the links that they had to components that are here.
     */
    void paste(OpenDocument open, boolean keepsOutsideLinks) {
        String text = Clipboard.getSystemClipboard().getString();
        Document document = open.document();
        Point at = open.canvas().pointer();
        try {
            FreeRoom room = open.canvas().room();
            Graph pasted = room.arranged(GraphClipboard.read(text == null ? "" : text));
            Point free = room.near(pasted, aroundPoint(at));
            GraphClipboard.Paste paste = GraphClipboard.paste(pasted, document, free.x(), free.y(), keepsOutsideLinks);
            document.perform(TEXTS.get("step.paste"), paste.edit());
            document.selection().select(paste.ids(), List.of(), paste.notes());
        } catch (GraphEditException refused) {
            say.accept(refused.getMessage());
        }
    }

    /** Mutes what is selected, components and links alike, or turns all on again where all of it is muted, in one step. */
    void toggleMuted(Document document) {
        List<GraphLink> links = document.graph().links().stream()
                .filter(link -> document.selection().contains(LinkReference.of(link)))
                .toList();
        boolean all = isAll(document, ComponentState.MUTED) && links.stream().allMatch(GraphLink::muted);
        List<GraphEdit> edits = new ArrayList<>(states(document, all ? ComponentState.ON : ComponentState.MUTED));
        links.forEach(link -> edits.add(new GraphEdit.ChangeLink(link.withMuted(!all))));
        // Ways to the border carry what the links outside carry: they alone can't be muted.
        if (!edits.isEmpty()) {
            perform(document, TEXTS.get(all ? "step.turn-on" : "edit.mute"), new GraphEdit.Several(edits));
        } else {
            say.accept(TEXTS.get("no-mute-of-border"));
        }
    }

    /** Bypasses the selected components, or turns them on again where all are; says that links can't be bypassed. */
    void toggleBypassed(Document document) {
        if (document.selection().components().isEmpty()) {
            say.accept(TEXTS.get("no-bypass-of-links"));
            return;
        }
        boolean all = isAll(document, ComponentState.BYPASSED);
        List<GraphEdit> edits = states(document, all ? ComponentState.ON : ComponentState.BYPASSED);
        perform(document, TEXTS.get(all ? "step.turn-on" : "edit.bypass"), new GraphEdit.Several(edits));
    }

    private static boolean isAll(Document document, ComponentState state) {
        return document.selection().components().stream()
                .flatMap(id -> component(document, id).stream())
                .allMatch(component -> component.state() == state);
    }

    private static List<GraphEdit> states(Document document, ComponentState state) {
        List<GraphEdit> edits = new ArrayList<>();
        for (String id : document.selection().components()) {
            component(document, id)
                    .ifPresent(component -> edits.add(new GraphEdit.ChangeComponent(id, component.withState(state))));
        }
        return edits;
    }

    private static Optional<GraphComponent> component(Document document, String id) {
        return Optional.ofNullable(document.graph().components().get(id));
    }

    /** Adds a component of {@code type} beside the selected one, else in the middle of the view, and selects it. */
    void place(OpenDocument open, String type) {
        if (!isGraph(type)) {
            open.canvas().place(type);
            return;
        }
        Point wanted = open.document()
                .selection()
                .onlyComponent()
                .flatMap(id -> Optional.ofNullable(
                        open.document().graphAsSeen().layout().components().get(id)))
                .map(place -> new Point(place.x() + BESIDE, place.y()))
                .orElseGet(() -> aroundPoint(open.canvas().centre()));
        placeAt(open, type, wanted);
    }

    /** Adds a component of {@code type} at a point of the scene; does nothing where that is not over the canvas. */
    void drop(OpenDocument open, String type, double sceneX, double sceneY) {
        if (isGraph(type)) {
            open.canvas().worldAt(sceneX, sceneY).ifPresent(point -> placeAt(open, type, aroundPoint(point)));
        } else {
            open.canvas().dropComponent(type, sceneX, sceneY);
        }
    }

    private static boolean isGraph(String type) {
        return type.startsWith(Subgraph.TYPE);
    }

    private static Point aroundPoint(Point middle) {
        return new Point(middle.x() - NEW_WIDTH / 2, middle.y() - NEW_HEIGHT / 2);
    }

    private void placeAt(OpenDocument open, String type, Point wanted) {
        Document document = open.document();
        Optional<String> written = isGraph(type) ? graphType(document, type) : Optional.of(type);
        if (written.isEmpty()) {
            return;
        }
        Point spot = freeSpot(document.graphAsSeen(), wanted);
        String id = FreeIds.forType(written.get(), document.graph().components().keySet());
        perform(
                document,
                TEXTS.get("step.add", id),
                new GraphEdit.AddComponent(id, GraphComponent.ofType(written.get()), new Position(spot.x(), spot.y())));
        document.justAdded(id);
        document.selection().select(id);
        open.canvas().centreOn(id);
    }

    /** The type of a component that stands for the graph in a file, written from the folder of {@code document}. */
    private Optional<String> graphType(Document document, String type) {
        Path file = Path.of(type.substring(Subgraph.TYPE.length()));
        if (document.file().equals(Optional.of(file))) {
            say.accept(TEXTS.get("said.own-component"));
            return Optional.empty();
        }
        if (!Objects.equals(file.getRoot(), document.folder().getRoot())) {
            return Optional.of(type);
        }
        String path = document.folder().relativize(file).toString().replace('\\', '/');
        return Optional.of(Subgraph.TYPE + (path.startsWith("../") ? path : "./" + path));
    }

    /** A spot at or near {@code wanted}, on the grid, where no component has its very place. */
    private static Point freeSpot(Graph graph, Point wanted) {
        Point spot = new Point(snapped(wanted.x()), snapped(wanted.y()));
        while (isTaken(graph, spot)) {
            spot = spot.plus(ASIDE, ASIDE);
        }
        return spot;
    }

    private static double snapped(double coordinate) {
        return Math.rint(coordinate / CanvasGeometry.GRID) * CanvasGeometry.GRID;
    }

    private static boolean isTaken(Graph graph, Point spot) {
        return graph.layout().components().values().stream()
                .anyMatch(place -> spot.distance(new Point(place.x(), place.y())) < ASIDE / 2);
    }

    private void perform(Document document, String name, GraphEdit edit) {
        try {
            document.perform(name, edit);
        } catch (GraphEditException refused) {
            say.accept(refused.getMessage());
        }
    }
}
