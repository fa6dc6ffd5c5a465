package io.myelin.app.editor.journal;

import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.AddComponent;
import io.myelin.engine.graph.GraphEdit.AddLink;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.ChangeGraph;
import io.myelin.engine.graph.GraphEdit.ChangeGroup;
import io.myelin.engine.graph.GraphEdit.ChangeLink;
import io.myelin.engine.graph.GraphEdit.ChangeLinkLayout;
import io.myelin.engine.graph.GraphEdit.ChangeNote;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.GraphEdit.RemoveComponent;
import io.myelin.engine.graph.GraphEdit.RemoveLink;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEdit.Several;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.GroupFrame;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Note;
import io.myelin.engine.graph.OnError;
import io.myelin.engine.graph.Position;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.LiteralNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Edits of every kind with all that graphs may hold, from a seed; many fit a graph, some do not. */
public final class RandomEdits {
    private static final List<String> TEXTS = List.of(
            "", "plain", "line\nbreak\t\u0001", "\"quoted\" \\ back", "ünï 日本 😀", "${in}", "a  b", "{\n  \"x\": 1\n}");
    private static final List<String> BOXES = List.of("inbox", "outbox", "a.b", "errors");
    private static final Graph HEADER = GraphFile.parse("""
            { "format": "myelin-graph/1", "title": "A title", "description": "# On\\n\\n  two lines",
              "parameters": { "in": { "type": "text", "default": "a\\nb", "description": "D", "more": 1.50 } },
              "components": { "stays": { "type": "text.split" } },
              "links": [], "inboxes": { "in": "c1.inbox" }, "outboxes": { "out": "c2.a.b" },
              "graphs": { "inner": { "components": { "x": { "type": "t" } }, "layout": { "other": [1, { "a": 2 }] } } },
              "layout": { "components": { "stays": { "x": 1, "y": 2 } }, "future": { "a": [1E5] } },
              "unknown": { "deep": { "er": null } } }
            """).graph().orElseThrow();

    private final RandomGenerator random;

    /** Edits from {@code random}. */
    public RandomEdits(RandomGenerator random) {
        this.random = random;
    }

    /** An edit that may or may not fit {@code graph}. */
    public GraphEdit next(Graph graph) {
        List<String> ids = List.copyOf(graph.components().keySet());
        return switch (random.nextInt(17)) {
            case 0, 1, 2 ->
                new AddComponent(
                        "c" + random.nextInt(40),
                        component(),
                        maybe() ? Optional.of(position()) : Optional.empty(),
                        maybe() ? AddComponent.LAST : random.nextInt(5));
            case 3 -> new RemoveComponent(id(ids));
            case 4 -> new ChangeComponent(id(ids), component());
            case 5 -> new RenameComponent(id(ids), "c" + random.nextInt(40));
            case 6, 7 -> new MoveComponents(moves(ids));
            case 8, 9 -> new AddLink(new GraphLink(box(ids), box(ids), more()), random.nextInt(8));
            case 10 -> removeOrMuteLink(graph, ids);
            case 11 ->
                new ChangeGraph(
                        maybe()
                                ? HEADER
                                : new ChangeGraph(HEADER).applyTo(graph).graph());
            case 12 -> linkLayout(ids);
            case 13 -> new ChangeGroup("g" + random.nextInt(3), sometimes(() -> group(ids)), random.nextInt(3));
            case 14 -> new ChangeNote("n" + random.nextInt(3), sometimes(this::note), random.nextInt(3));
            case 15 -> inside(graph);
            default -> several(graph);
        };
    }

    private GraphEdit linkLayout(List<String> ids) {
        BoxReference from = box(ids);
        BoxReference to = box(ids);
        return new ChangeLinkLayout(
                from,
                to,
                sometimes(() -> new LinkLayout(from, to, List.of(position(), position()), text(), maybe(), more())),
                random.nextInt(3));
    }

    private GroupFrame group(List<String> ids) {
        return new GroupFrame(text(), "teal", List.of(id(ids)), List.of("n1"), maybe(), more());
    }

    private Note note() {
        return new Note(text(), random.nextInt(9), 1.5, 100, 50, "", more());
    }

    private <V> Optional<V> sometimes(Supplier<V> value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    private GraphEdit inside(Graph graph) {
        Graph inner = graph.graphs().getOrDefault("inner", Graph.EMPTY);
        return new GraphEdit.Inside(List.of("inner"), next(inner));
    }

    private GraphEdit several(Graph graph) {
        List<GraphEdit> edits = new ArrayList<>();
        Graph now = graph;
        for (int i = random.nextInt(4); i > 0; i--) {
            GraphEdit edit = next(now);
            edits.add(edit);
            now = edit.applyTo(now).graph();
        }
        return new Several(edits);
    }

    private GraphEdit removeOrMuteLink(Graph graph, List<String> ids) {
        if (graph.links().isEmpty()) {
            return new RemoveLink(box(ids), box(ids));
        }
        GraphLink link = graph.links().get(random.nextInt(graph.links().size()));
        return random.nextBoolean()
                ? new RemoveLink(link.from(), link.to())
                : new ChangeLink(link.withMuted(!link.muted()));
    }

    private List<MoveComponents.Move> moves(List<String> ids) {
        List<MoveComponents.Move> moves = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            moves.add(new MoveComponents.Move(
                    id(ids), random.nextInt(5) == 0 ? Optional.empty() : Optional.of(position())));
        }
        return moves;
    }

    private Position position() {
        return new Position(random.nextInt(900), random.nextGaussian() * 100, more());
    }

    private GraphComponent component() {
        return new GraphComponent(
                pick(List.of("text.split", "graph:inner", "not.known")),
                text(),
                settings(),
                maybe() ? Optional.of(pick(List.of(Execution.values()))) : Optional.empty(),
                maybe() ? "" : "there",
                pick(List.of(ComponentState.values())),
                maybe()
                        ? Optional.empty()
                        : Optional.of(new OnError(
                                Optional.empty(),
                                OptionalInt.of(3),
                                Optional.of("10s"),
                                Optional.empty(),
                                Optional.empty(),
                                more())),
                maybe()
                        ? Map.of()
                        : Map.of("inbox", new InboxLimit(OptionalInt.of(random.nextInt(9)), Optional.empty(), more())),
                more());
    }

    private DataRecord settings() {
        DataRecord.Builder settings = DataRecord.builder();
        settings.put("text", text());
        settings.put("list", List.of(random.nextLong(), JsonNull.NULL, maybe(), new BigDecimal("-1.50")));
        settings.put("record", DataRecord.of("a b", new LiteralNumber("1E5"), "ü", text()));
        return maybe() ? settings.build() : DataRecord.empty();
    }

    private DataRecord more() {
        return random.nextInt(4) == 0 ? DataRecord.of("x-future", text()) : DataRecord.empty();
    }

    private BoxReference box(List<String> ids) {
        return new BoxReference(id(ids), pick(BOXES));
    }

    private String id(List<String> ids) {
        return ids.isEmpty() ? "gone" : pick(ids);
    }

    String text() {
        return pick(TEXTS);
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private <V> V pick(List<V> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
