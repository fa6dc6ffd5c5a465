package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Makes a layout of the values of a graph file, noting every problem. */
final class LayoutReader {
    private static final String UNITS = "a number in canvas units";

    private final ProblemLog problems;

    LayoutReader(ProblemLog problems) {
        this.problems = problems;
    }

    GraphLayout read(DataRecord object, String pointer) {
        FieldReader fields = new FieldReader(object, pointer, GraphKeys.ENTRIES_OF_LAYOUT, problems);
        DataRecord others = object;
        for (String key : GraphKeys.ENTRIES_OF_LAYOUT) {
            others = others.without(key);
        }
        return new GraphLayout(
                entries(fields, GraphKeys.COMPONENTS, this::position),
                links(fields),
                entries(fields, GraphKeys.GROUPS, this::group),
                entries(fields, GraphKeys.NOTES, this::note),
                others);
    }

    private <V> Map<String, V> entries(
            FieldReader fields, String key, BiFunction<DataRecord, String, Optional<V>> entry) {
        Map<String, V> entries = new LinkedHashMap<>();
        fields.eachField(key, (name, value) -> {
            String pointer = JsonPointers.child(fields.at(key), name);
            problems.object(value, pointer)
                    .flatMap(object -> entry.apply(object, pointer))
                    .ifPresent(read -> entries.put(name, read));
        });
        return entries;
    }

    private Optional<Position> position(DataRecord object, String pointer) {
        FieldReader fields = new FieldReader(object, pointer, GraphKeys.POSITION, problems);
        Optional<Double> x = coordinate(fields, GraphKeys.X);
        Optional<Double> y = coordinate(fields, GraphKeys.Y);
        DataRecord unknown = fields.unknown();
        return x.flatMap(left -> y.map(top -> new Position(left, top, unknown)));
    }

    private List<LinkLayout> links(FieldReader fields) {
        Set<GraphLink> seen = new HashSet<>();
        List<LinkLayout> links = new ArrayList<>();
        String at = fields.at(GraphKeys.LINKS);
        List<?> elements = fields.list(GraphKeys.LINKS, "a list of how links are drawn");
        for (int index = 0; index < elements.size(); index++) {
            String pointer = JsonPointers.child(at, index);
            problems.object(elements.get(index), pointer)
                    .flatMap(object -> link(object, pointer))
                    .ifPresent(layout -> {
                        if (seen.add(layout.link())) {
                            links.add(layout);
                        } else {
                            problems.error(pointer, "how the link " + layout.link() + " is drawn is said before");
                        }
                    });
        }
        return links;
    }

    private Optional<LinkLayout> link(DataRecord object, String pointer) {
        FieldReader fields = new FieldReader(object, pointer, GraphKeys.LINK_LAYOUT, problems);
        Optional<BoxReference> from = fields.requiredText(GraphKeys.FROM, "where the link starts, \"component.outbox\"")
                .flatMap(text -> fields.box(text, GraphKeys.FROM, "outbox"));
        Optional<BoxReference> to = fields.requiredText(GraphKeys.TO, "where the link ends, \"component.inbox\"")
                .flatMap(text -> fields.box(text, GraphKeys.TO, "inbox"));
        List<Position> waypoints = waypoints(fields);
        String label = fields.text(GraphKeys.LABEL);
        boolean hidden = fields.flag(GraphKeys.HIDDEN);
        DataRecord unknown = fields.unknown();
        return from.flatMap(start -> to.map(end -> new LinkLayout(start, end, waypoints, label, hidden, unknown)));
    }

    private List<Position> waypoints(FieldReader fields) {
        List<Position> waypoints = new ArrayList<>();
        List<?> elements = fields.list(GraphKeys.WAYPOINTS, "a list of places");
        for (int index = 0; index < elements.size(); index++) {
            String pointer = JsonPointers.child(fields.at(GraphKeys.WAYPOINTS), index);
            problems.object(elements.get(index), pointer)
                    .flatMap(object -> position(object, pointer))
                    .ifPresent(waypoints::add);
        }
        return waypoints;
    }

    private Optional<GroupFrame> group(DataRecord object, String pointer) {
        FieldReader fields = new FieldReader(object, pointer, GraphKeys.GROUP_FRAME, problems);
        return Optional.of(new GroupFrame(
                fields.text(GraphKeys.TITLE),
                fields.text(GraphKeys.COLOR),
                fields.texts(GraphKeys.MEMBERS),
                fields.texts(GraphKeys.NOTES),
                fields.flag(GraphKeys.COLLAPSED),
                fields.unknown()));
    }

    private Optional<Note> note(DataRecord object, String pointer) {
        FieldReader fields = new FieldReader(object, pointer, GraphKeys.NOTE, problems);
        String text = fields.text(GraphKeys.TEXT);
        Optional<Double> x = coordinate(fields, GraphKeys.X);
        Optional<Double> y = coordinate(fields, GraphKeys.Y);
        double width = size(fields, GraphKeys.WIDTH, Note.DEFAULT_WIDTH);
        double height = size(fields, GraphKeys.HEIGHT, Note.DEFAULT_HEIGHT);
        String color = fields.text(GraphKeys.COLOR);
        DataRecord unknown = fields.unknown();
        return x.flatMap(left -> y.map(top -> new Note(text, left, top, width, height, color, unknown)));
    }

    private Optional<Double> coordinate(FieldReader fields, String key) {
        Optional<Object> value = fields.value(key);
        if (value.isEmpty()) {
            problems.error(fields.at(key), "the key \"" + key + "\" is missing: " + UNITS);
            return Optional.empty();
        }
        Optional<Double> number = finite(value.get());
        if (number.isEmpty()) {
            problems.misfit(fields.at(key), value.get(), UNITS);
        }
        return number;
    }

    private double size(FieldReader fields, String key, double otherwise) {
        Optional<Object> value = fields.value(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        Optional<Double> number = finite(value.get()).filter(size -> size > 0);
        if (number.isEmpty()) {
            problems.misfit(fields.at(key), value.get(), UNITS + " over 0");
        }
        return number.orElse(otherwise);
    }

    private static Optional<Double> finite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }
}
