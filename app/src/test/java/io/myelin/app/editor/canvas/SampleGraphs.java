package io.myelin.app.editor.canvas;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Graphs for tests, built in code. */
public final class SampleGraphs {
    private final Map<String, GraphComponent> components = new LinkedHashMap<>();
    private final Map<String, Position> places = new LinkedHashMap<>();
    private final List<GraphLink> links = new ArrayList<>();

    /** Adds a component. */
    public SampleGraphs component(String id, String type, double x, double y) {
        return component(id, GraphComponent.ofType(type), x, y);
    }

    /** Adds a component. */
    public SampleGraphs component(String id, GraphComponent component, double x, double y) {
        components.put(id, component);
        places.put(id, new Position(x, y));
        return this;
    }

    /** Adds a component with one setting. */
    public SampleGraphs component(String id, String type, String setting, Object value, double x, double y) {
        return component(id, GraphComponent.ofType(type).withSettings(DataRecord.of(setting, value)), x, y);
    }

    /** Adds a link, both ends as {@code component.box}. */
    public SampleGraphs link(String from, String to) {
        links.add(new GraphLink(box(from), box(to)));
        return this;
    }

    /** The box written {@code component.box}. */
    public static BoxReference box(String text) {
        int dot = text.indexOf('.');
        return new BoxReference(text.substring(0, dot), text.substring(dot + 1));
    }

    /** The graph. */
    public Graph graph() {
        return new Graph(
                "",
                "",
                Map.of(),
                components,
                links,
                Map.of(),
                Map.of(),
                Map.of(),
                new GraphLayout(places, DataRecord.empty()),
                DataRecord.empty());
    }

    /** Lines of a file, split into words, counted and printed: three links. */
    public static Graph wordCount() {
        return new SampleGraphs()
                .component("read", "file.lines", "path", "data/alice.txt", 48, 96)
                .component("words", "text.split", "pattern", "\\W+", 304, 96)
                .component("count", "data.count", "top", 10L, 560, 96)
                .component("print", GraphComponent.ofType("console.print").withTitle("Result"), 816, 96)
                .link("read.outbox", "words.inbox")
                .link("words.outbox", "count.inbox")
                .link("count.outbox", "print.inbox")
                .graph();
    }

    /** A grid of so many components, each row a chain, every other row joined to the next. */
    public static Graph grid(int columns, int rows) {
        String[] types = {"source.sequence", "data.map", "text.case", "flow.take", "data.filter", "console.print"};
        SampleGraphs sample = new SampleGraphs();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String type = column == 0 ? types[0] : column == columns - 1 ? types[5] : types[1 + (column + row) % 4];
                sample.component(id(column, row), type, column * 256, row * 112);
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                sample.link(id(column, row) + ".outbox", id(column + 1, row) + ".inbox");
                if (row + 1 < rows && (column + row) % 2 == 0) {
                    sample.link(id(column, row) + ".outbox", id(column + 1, row + 1) + ".inbox");
                }
            }
        }
        return sample.graph();
    }

    /** So many components in a heap, joined by whatever links a fixed seed draws; some lead back. */
    public static Graph tangle(int count) {
        SampleGraphs sample = new SampleGraphs();
        Random random = new Random(42);
        for (int i = 0; i < count; i++) {
            sample.component("c" + i, i % 5 == 0 ? "flow.gate" : "text.case", random.nextInt(300), random.nextInt(300));
        }
        for (int i = 1; i < count; i++) {
            sample.link("c" + random.nextInt(i) + ".outbox", "c" + i + ".inbox");
            if (i % 6 == 0) {
                sample.link("c" + i + ".outbox", "c" + random.nextInt(i) + ".inbox");
            }
        }
        return sample.graph();
    }

    private static String id(int column, int row) {
        return "c" + column + "-" + row;
    }
}
