package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.FreeIds;
import io.myelin.app.editor.document.GraphClipboard;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be done to a document as a whole or to what is selected in it. */
final class EditCommands {
    private static final double NEW_WIDTH = 160;
    private static final double NEW_HEIGHT = 70;
    private static final double BESIDE = 240;
    private static final double ASIDE = 30;

    private final Consumer<String> say;

    EditCommands(Consumer<String> say) {
        this.say = say;
    }

    /** Selects every component and link. */
    void selectAll(Document document) {
        Graph graph = document.graph();
        document.selection()
                .select(
                        graph.components().keySet(),
                        graph.links().stream().map(LinkReference::of).toList());
    }

    /** Removes what is selected. */
    void delete(Document document) {
        remove(document, "Delete", List.of());
    }

    /** Removes the selected components, and links what fed them to what they fed. */
    void deleteAndHeal(Document document) {
        Set<String> going = document.selection().components();
        List<GraphEdit> bridges = new ArrayList<>();
        Set<LinkReference> made = new LinkedHashSet<>();
        for (GraphLink in : document.graph().links()) {
            if (going.contains(in.to().component()) && !going.contains(in.from().component())) {
                ends(document.graph(), in.to().component(), going).forEach(out -> {
                    GraphLink bridge = new GraphLink(in.from(), out.to());
                    boolean there = document.graph().links().stream().anyMatch(bridge::joinsSame);
                    if (!there && made.add(LinkReference.of(bridge))) {
                        bridges.add(new GraphEdit.AddLink(bridge));
                    }
                });
            }
        }
        remove(document, "Delete and Join", bridges);
    }

    /** The links by which messages leave what is {@code going}, on from {@code start}. */
    private static Collection<GraphLink> ends(Graph graph, String start, Set<String> going) {
        Set<String> seen = new LinkedHashSet<>(List.of(start));
        List<String> queue = new ArrayList<>(seen);
        List<GraphLink> found = new ArrayList<>();
        while (!queue.isEmpty()) {
            String at = queue.removeFirst();
            for (GraphLink link : graph.links()) {
                boolean data =
                        !link.from().box().equals("signal") && !link.to().box().equals("control");
                if (!link.from().component().equals(at) || !data) {
                    continue;
                }
                if (!going.contains(link.to().component())) {
                    found.add(link);
                } else if (seen.add(link.to().component())) {
                    queue.add(link.to().component());
                }
            }
        }
        return found;
    }

    private void remove(Document document, String name, List<GraphEdit> afterwards) {
        Selection selection = document.selection();
        Set<String> components = selection.components();
        List<GraphEdit> edits = new ArrayList<>();
        selection.links().stream()
                .filter(link -> components.stream().noneMatch(link::touches))
                .forEach(link -> edits.add(new GraphEdit.RemoveLink(link.from(), link.to())));
        components.forEach(id -> edits.add(new GraphEdit.RemoveComponent(id)));
        edits.addAll(afterwards);
        perform(document, name, new GraphEdit.Several(edits));
    }

    /** Puts the selected components on the clipboard as text. */
    void copy(Document document) {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                GraphClipboard.copy(document.graph(), document.selection().components()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Copies the selected components, then removes what is selected. */
    void cut(Document document) {
        copy(document);
        remove(document, "Cut", List.of());
    }

    /** Pastes the components on the clipboard in the middle of the view. */
    void paste(OpenDocument open) {
        String text = Clipboard.getSystemClipboard().getString();
        Point2D centre = open.view().centre();
        paste(open.document(), "Paste", text == null ? "" : text, centre.getX(), centre.getY());
    }

    private void paste(Document document, String name, String text, double x, double y) {
        try {
            Point2D free = freeSpot(document.graph(), x - NEW_WIDTH / 2, y - NEW_HEIGHT / 2);
            GraphClipboard.Paste paste = GraphClipboard.paste(text, document.graph(), free.getX(), free.getY());
            document.perform(name, paste.edit());
            document.selection().select(paste.ids(), List.of());
        } catch (GraphEditException refused) {
            say.accept(refused.getMessage());
        }
    }

    /** Adds a copy of the selected components, a little aside. */
    void duplicate(Document document) {
        Set<String> ids = document.selection().components();
        List<Position> places = ids.stream()
                .flatMap(id ->
                        Stream.ofNullable(document.graph().layout().components().get(id)))
                .toList();
        double left = places.stream().mapToDouble(Position::x).min().orElse(0);
        double top = places.stream().mapToDouble(Position::y).min().orElse(0);
        paste(
                document,
                "Duplicate",
                GraphClipboard.copy(document.graph(), ids),
                left + ASIDE + NEW_WIDTH / 2,
                top + ASIDE + NEW_HEIGHT / 2);
    }

    /** Puts the selected components into {@code state}, or back on where all of them are in it. */
    void toggleState(Document document, ComponentState state, String name) {
        Set<String> ids = document.selection().components();
        boolean all = ids.stream()
                .allMatch(
                        id -> component(document, id).map(GraphComponent::state).orElse(state) == state);
        List<GraphEdit> edits = new ArrayList<>();
        for (String id : ids) {
            component(document, id)
                    .map(component -> component.withState(all ? ComponentState.ON : state))
                    .ifPresent(changed -> edits.add(new GraphEdit.ChangeComponent(id, changed)));
        }
        perform(document, all ? "Turn On" : name, new GraphEdit.Several(edits));
    }

    private static Optional<GraphComponent> component(Document document, String id) {
        return Optional.ofNullable(document.graph().components().get(id));
    }

    /** Adds a component of {@code type} beside the selected one, else in the middle of the view, and selects it. */
    void place(OpenDocument open, String type) {
        Document document = open.document();
        Point2D spot = document.selection()
                .onlyComponent()
                .map(id -> document.graph().layout().components().get(id))
                .map(beside -> new Point2D(beside.x() + BESIDE, beside.y()))
                .orElseGet(() -> open.view().centre().subtract(NEW_WIDTH / 2, NEW_HEIGHT / 2));
        add(document, type, freeSpot(document.graph(), spot.getX(), spot.getY()));
    }

    /** Adds a component of {@code type} with its middle at {@code point}, in canvas units, and selects it. */
    void place(OpenDocument open, String type, Point2D point) {
        add(open.document(), type, point.subtract(NEW_WIDTH / 2, NEW_HEIGHT / 2));
    }

    private void add(Document document, String type, Point2D spot) {
        String id = FreeIds.forType(type, document.graph().components().keySet());
        Position position = new Position(Math.rint(spot.getX() / 10) * 10, Math.rint(spot.getY() / 10) * 10);
        perform(document, "Add " + type, new GraphEdit.AddComponent(id, GraphComponent.ofType(type), position));
        document.selection().select(id);
    }

    /** A spot at or near {@code x}, {@code y} where no component has its very place. */
    private static Point2D freeSpot(Graph graph, double x, double y) {
        Point2D spot = new Point2D(x, y);
        while (isTaken(graph, spot)) {
            spot = spot.add(ASIDE, ASIDE);
        }
        return spot;
    }

    private static boolean isTaken(Graph graph, Point2D spot) {
        return graph.layout().components().values().stream()
                .anyMatch(place -> spot.distance(place.x(), place.y()) < ASIDE / 2);
    }

    private void perform(Document document, String name, GraphEdit edit) {
        try {
            document.perform(name, edit);
        } catch (GraphEditException refused) {
            say.accept(refused.getMessage());
        }
    }
}
