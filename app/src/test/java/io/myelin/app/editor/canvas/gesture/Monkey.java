package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.arrange.Alignment;
import io.myelin.app.editor.canvas.arrange.Arranging;
import io.myelin.app.editor.canvas.arrange.Distribution;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Button;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Kind;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.GraphClipboard;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.Subgraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Somebody without a plan at a canvas: presses, drags, turns the wheel, types, and starts whatever the menus offer, also
 * in the midst of something else. The same for the same seed. What is refused for a reason is no fault.
 */
final class Monkey {
    /** Above so many components it takes more away than it adds, so that a long run stays fast. */
    private static final int MANY = 60;

    private static final int DEEP = 3;
    private static final String[] WORDS = {"", "a", "Zähler", "two words", "{\"x\": 1}", "${name}", "日本", "-", "graph:x"
    };

    private final Random random;
    private final Document root;
    private final List<ComponentType> types;
    private final Map<List<String>, Hands> hands = new HashMap<>();
    private Hands here;
    private String clipboard = "";
    private String latest = "";

    Monkey(long seed, Graph graph) {
        random = new Random(seed);
        root = new Document(ComponentCatalog.installed(), graph, Optional.empty());
        types = ComponentCatalog.installed().types().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        here = at(root);
    }

    /** The whole graph's document. */
    Document root() {
        return root;
    }

    /** Where it is at work. */
    Hands here() {
        return here;
    }

    /** What it did last, for whoever looks for the reason of a failure. */
    String latest() {
        return latest;
    }

    private Hands at(Document document) {
        return hands.computeIfAbsent(document.path(), _ -> new Hands(document));
    }

    /** Gives up what goes on, as when the window is left. */
    void rest() {
        hands.values().forEach(each -> each.interaction.cancel());
        if (!here.document.isThere()) {
            here = at(root);
        }
    }

    /** Does one thing. */
    void act() {
        if (!here.document.isThere()) {
            here.interaction.cancel();
            here = at(root);
        }
        here.with(modifiers());
        try {
            if (here.interaction.isBusy()) {
                goOn();
            } else {
                begin();
            }
        } catch (GraphEditException refused) {
            // The window says why, and nothing has changed.
            here.refusals.add(String.valueOf(refused.getMessage()));
        }
        here.interaction.feedback();
    }

    private Modifiers modifiers() {
        return random.nextInt(3) > 0
                ? Modifiers.NONE
                : new Modifiers(random.nextBoolean(), random.nextInt(3) == 0, random.nextInt(3) == 0);
    }

    /** A gesture goes on: mostly it is dragged or let go, and now and then something comes in between. */
    private void goOn() {
        switch (random.nextInt(24)) {
            case 0 -> doing("escape", () -> here.key(KeyEvent.Key.ESCAPE));
            case 1 -> doing("wheel", this::wheel);
            case 2 -> doing("time passes", () -> here.interaction.tick(0.1));
            case 3 -> doing("another button", () -> here.press(Button.SECONDARY, place()));
            case 4 -> doing("undo amid a gesture", root::undo);
            case 5 -> doing("pointer leaves", () -> here.pointer(Kind.LEFT, Button.NONE, place(), 0));
            case 6, 7, 8, 9, 10, 11, 12 -> doing("let go", () -> here.release(place()));
            default -> doing("drag on", () -> here.dragTo(place()));
        }
    }

    private void begin() {
        if (here.document.graph().components().size() > MANY && random.nextInt(4) == 0) {
            doing("select many and delete", () -> {
                here.document
                        .selection()
                        .select(some(here.document.graph().components().keySet()), List.of());
                here.interaction.operations().deleteSelection();
            });
            return;
        }
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> doing("press", () -> here.press(button(), place()));
            case 5 -> doing("click", () -> here.click(place()));
            case 6 -> doing("double click", () -> here.doubleClick(place()));
            case 7 -> doing("move", () -> here.moveTo(place()));
            case 8 -> doing("wheel", this::wheel);
            case 9, 10 -> doing("key", () -> here.key(oneOf(List.of(KeyEvent.Key.values()))));
            case 11 -> add();
            case 12 -> operate();
            case 13 -> select();
            case 14 -> clip();
            case 15 -> structure();
            case 16 -> arrange();
            case 17 -> write();
            case 18 -> history();
            default -> look();
        }
    }

    private void doing(String what, Runnable action) {
        latest = what + " in " + here.document.path();
        action.run();
    }

    private Button button() {
        return random.nextInt(8) > 0 ? Button.PRIMARY : oneOf(List.of(Button.MIDDLE, Button.SECONDARY));
    }

    private void wheel() {
        here.interaction.wheel(
                new WheelEvent(place(), random.nextInt(240) - 120, random.nextInt(240) - 120, here.modifiers));
    }

    /** A place on the screen, mostly where something is. */
    private Point place() {
        Point anywhere = new Point(random.nextDouble() * 1300 - 50, random.nextDouble() * 900 - 50);
        List<ComponentShape> components = here.geometry.components();
        return switch (random.nextInt(8)) {
            case 0, 1 -> onSome(components).map(this::inside).orElse(anywhere);
            case 2, 3 -> onSome(components).flatMap(this::socket).orElse(anywhere);
            case 4 -> onSome(here.geometry.links()).map(this::along).orElse(anywhere);
            case 5 -> layoutPlace().orElse(anywhere);
            default -> anywhere;
        };
    }

    private Point inside(ComponentShape shape) {
        Bounds bounds = shape.bounds();
        boolean corner = random.nextInt(6) == 0;
        return screen(
                bounds.x() + (corner ? bounds.width() - 2 : random.nextDouble() * bounds.width()),
                bounds.y() + (corner ? bounds.height() - 2 : random.nextDouble() * bounds.height()));
    }

    private Optional<Point> socket(ComponentShape shape) {
        return onSome(shape.boxes().toList()).map(BoxShape::centre).map(at -> screen(at.x(), at.y()));
    }

    private Point along(LinkShape link) {
        Point at = link.path().at(random.nextDouble());
        return screen(at.x(), at.y());
    }

    private Optional<Point> layoutPlace() {
        return onSome(here.geometry.layout().groups())
                .map(GroupShape::bounds)
                .map(bounds -> screen(bounds.x() + 20, bounds.y() + 8));
    }

    private Point screen(double x, double y) {
        return here.interaction.viewport().toScreen(new Point(x, y));
    }

    private void add() {
        CanvasOperations operations = here.interaction.operations();
        ComponentType type = oneOf(types);
        switch (random.nextInt(4)) {
            case 0 -> doing("place beside", () -> operations.addBeside(type));
            case 1 -> doing("drop", () -> operations.drop(type, here.interaction.target(), 1));
            default -> doing("quick add", () -> answerOffer(operations));
        }
        here.offered.clear();
    }

    private void answerOffer(CanvasOperations operations) {
        QuickAddRequest wish =
                here.offered.isEmpty() ? QuickAddRequest.at(here.interaction.target()) : here.offered.getLast();
        boolean stands = wish.between()
                        .map(ends -> here.geometry.link(ends.link()).isPresent())
                        .orElse(true)
                && wish.hanging()
                        .map(box -> here.geometry
                                .component(box.reference().component())
                                .isPresent())
                        .orElse(true);
        List<ComponentType> fitting = types.stream().filter(wish::fits).toList();
        if (stands && !fitting.isEmpty()) {
            operations.add(oneOf(fitting), wish);
        }
    }

    private void operate() {
        CanvasOperations operations = here.interaction.operations();
        switch (random.nextInt(12)) {
            case 0 -> doing("delete", operations::deleteSelection);
            case 1 -> doing("delete and heal", operations::deleteAndHealSelection);
            case 2 -> doing("duplicate", operations::duplicateSelection);
            case 3 -> doing("nudge", () -> operations.nudge(random.nextInt(64) - 32, random.nextInt(64) - 32));
            case 4 -> doing("group", operations::group);
            case 5 -> doing("ungroup", operations::ungroup);
            case 6 -> doing("recolour", () -> operations.recolour(_ -> "blue", _ -> "red"));
            case 7 -> doing("hide", operations::toggleHidden);
            case 8 -> doing("note", () -> operations.addNote(here.interaction.target()));
            case 9 -> doing("rename", operations::rename);
            default -> doing("state", this::toggleState);
        }
    }

    private void toggleState() {
        List<GraphEdit> edits = new ArrayList<>();
        for (String id : here.document.selection().components()) {
            GraphComponent component = here.document.graph().components().get(id);
            edits.add(new GraphEdit.ChangeComponent(id, component.withState(oneOf(List.of(ComponentState.values())))));
        }
        if (!edits.isEmpty()) {
            here.document.perform("State", new GraphEdit.Several(edits));
        }
    }

    private void select() {
        Selection selection = here.document.selection();
        CanvasOperations operations = here.interaction.operations();
        Set<String> ids = here.document.graph().components().keySet();
        List<LinkReference> links =
                here.geometry.links().stream().map(LinkShape::reference).toList();
        switch (random.nextInt(8)) {
            case 0 -> doing("select all", operations::selectAll);
            case 1 -> doing("upstream", () -> operations.selectAllAlong(oneOf(List.of(BoxShape.Side.values()))));
            case 2 -> doing("next", () -> operations.selectNextAlong(oneOf(List.of(BoxShape.Side.values()))));
            case 3 -> doing("select nothing", selection::clear);
            case 4 ->
                doing(
                        "select everything some",
                        () -> selection.select(
                                some(ids),
                                some(links),
                                some(here.document.graph().layout().notes().keySet())));
            default -> doing("select some", () -> selection.select(some(ids), List.of()));
        }
    }

    private void clip() {
        Document document = here.document;
        Selection selection = document.selection();
        if (random.nextInt(3) == 0) {
            doing("copy", () -> {
                clipboard = GraphClipboard.copy(document, selection.components(), selection.notes());
                if (random.nextBoolean()) {
                    here.interaction.operations().deleteSelection();
                }
            });
        } else if (document.graph().components().size() < MANY) {
            doing("paste", () -> {
                Point at = here.interaction.target();
                var paste = GraphClipboard.paste(clipboard, document, at.x(), at.y(), random.nextBoolean());
                document.perform("Paste", paste.edit());
                selection.select(paste.ids(), List.of(), paste.notes());
            });
        }
    }

    private void structure() {
        Document document = here.document;
        Graph graph = document.graph();
        switch (random.nextInt(6)) {
            case 0, 1 ->
                doing("make subgraph", () -> {
                    if (document.path().size() < DEEP) {
                        var change =
                                Subgraph.extract(graph, document.selection().components(), names(document));
                        document.perform("Make Subgraph", change.edit());
                        document.selection().select(change.components(), List.of());
                    }
                });
            case 2 ->
                doing(
                        "expand",
                        () -> onSome(graphs(graph))
                                .ifPresent(id -> inner(document, id).ifPresent(level -> {
                                    var change = Subgraph.expand(graph, id, level.graph(), names(document));
                                    document.perform("Expand Subgraph", change.edit());
                                    document.selection().select(change.components(), List.of());
                                })));
            case 3, 4 ->
                doing(
                        "enter",
                        () -> onSome(graphs(graph))
                                .flatMap(id -> inner(document, id))
                                .ifPresent(level -> here = at(level)));
            default ->
                doing("leave", () -> {
                    if (!document.path().isEmpty()) {
                        here = at(root.level(
                                document.path().subList(0, document.path().size() - 1)));
                    }
                });
        }
    }

    private static List<String> graphs(Graph graph) {
        return graph.components().entrySet().stream()
                .filter(entry -> entry.getValue().type().startsWith(Subgraph.TYPE))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Optional<Document> inner(Document document, String id) {
        String type = document.graph().components().get(id).type();
        return document.named(type.substring(Subgraph.TYPE.length()));
    }

    private static Set<String> names(Document document) {
        Set<String> names = new HashSet<>(document.graph().graphs().keySet());
        document.around().forEach(graph -> names.addAll(graph.graphs().keySet()));
        return names;
    }

    private void arrange() {
        Arranging arranging = new Arranging(here.document, here.geometry);
        if (random.nextBoolean()) {
            doing("align", () -> arranging.align(oneOf(List.of(Alignment.values()))));
        } else {
            doing("distribute", () -> arranging.distribute(oneOf(List.of(Distribution.values()))));
        }
    }

    private void write() {
        CanvasOperations operations = here.interaction.operations();
        Graph graph = here.document.graph();
        String text = oneOf(List.of(WORDS));
        switch (random.nextInt(6)) {
            case 0 ->
                doing(
                        "write note",
                        () -> onSome(graph.layout().notes().keySet())
                                .ifPresent(name -> operations.writeNote(name, text)));
            case 1 ->
                doing(
                        "title group",
                        () -> onSome(graph.layout().groups().keySet())
                                .ifPresent(name -> operations.titleGroup(name, text)));
            case 2 ->
                doing(
                        "label",
                        () -> onSome(here.geometry.links())
                                .ifPresent(link -> operations.label(link.reference(), text)));
            case 3 ->
                doing(
                        "rename component",
                        () -> onSome(graph.components().keySet())
                                .ifPresent(id -> here.document.perform(
                                        "Rename", new GraphEdit.RenameComponent(id, id + random.nextInt(9)))));
            case 4 ->
                doing(
                        "type a title",
                        () -> onSome(graph.components().keySet())
                                .ifPresent(id -> here.document.perform(
                                        "Title",
                                        new GraphEdit.ChangeComponent(
                                                id, graph.components().get(id).withTitle(text)),
                                        "title of " + id)));
            default -> doing("stop typing", here.document::endMerging);
        }
    }

    private void history() {
        switch (random.nextInt(6)) {
            case 0 ->
                doing("go far back", () -> root.goTo(Math.max(0, root.history().position() - random.nextInt(40))));
            case 1 -> doing("go far on", () -> root.goTo(root.history().position() + random.nextInt(40)));
            case 2, 3 -> doing("redo", root::redo);
            default -> doing("undo", root::undo);
        }
    }

    private void look() {
        CanvasOperations operations = here.interaction.operations();
        switch (random.nextInt(4)) {
            case 0 -> doing("fit all", operations::fitAll);
            case 1 -> doing("fit selection", operations::fitSelection);
            case 2 -> doing("zoom", () -> operations.zoomTo(0.2 + random.nextDouble() * 2));
            default -> doing("100 %", () -> operations.zoomTo(1));
        }
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> onSome(Collection<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(oneOf(List.copyOf(all)));
    }

    private <T> List<T> some(Collection<T> all) {
        int of = 1 + random.nextInt(6);
        return all.stream().filter(_ -> random.nextInt(of) == 0).toList();
    }
}
