package io.myelin.app.editor.compare;

import io.myelin.app.editor.canvas.paint.Mark;
import io.myelin.app.editor.canvas.paint.Marks;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.Subgraph;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.message.JsonPointers;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** The marks that the differences of one graph, not of those inside it, put on its pictures. */
final class DifferenceMarks {
    private final Versions versions;
    private final Map<String, SequencedSet<Mark>> components = new HashMap<>();
    private final Map<LinkReference, Mark> links = new HashMap<>();

    private DifferenceMarks(Versions versions) {
        this.versions = versions;
        // A frame tells first that a component has another name, then that more of it is other.
        versions.differences().stream()
                .filter(Difference.ComponentRenamed.class::isInstance)
                .forEach(this::add);
        versions.differences().stream()
                .filter(one -> !(one instanceof Difference.ComponentRenamed))
                .forEach(this::add);
    }

    /** The marks on both versions as one. */
    static Marks onBoth(Versions versions) {
        DifferenceMarks marks = new DifferenceMarks(versions);
        return new Marks(marks.components, marks.links);
    }

    /** The marks on the older version, by the ids there. */
    static Marks onBefore(Versions versions) {
        DifferenceMarks marks = new DifferenceMarks(versions);
        Map<String, SequencedSet<Mark>> components = new HashMap<>();
        marks.components.forEach(
                (name, several) -> versions.oldName(name).ifPresent(id -> components.put(id, several)));
        Map<LinkReference, Mark> links = new HashMap<>();
        for (GraphLink link : versions.before().links()) {
            Mark mark = marks.links.get(LinkReference.of(versions.named(link)));
            if (mark != null && mark != Mark.ADDED) {
                links.put(LinkReference.of(link), mark);
            }
        }
        return new Marks(components, links);
    }

    /** The marks on the newer version. */
    static Marks onAfter(Versions versions) {
        DifferenceMarks marks = new DifferenceMarks(versions);
        marks.components.keySet().retainAll(versions.after().components().keySet());
        marks.links.values().removeIf(mark -> mark == Mark.REMOVED);
        return new Marks(marks.components, marks.links);
    }

    private void add(Difference difference) {
        switch (difference) {
            case Difference.ComponentAdded added -> mark(added.id(), Mark.ADDED);
            case Difference.ComponentRemoved removed -> mark(versions.name(removed.id()), Mark.REMOVED);
            case Difference.ComponentRenamed renamed -> mark(renamed.after(), Mark.RENAMED);
            case Difference.ComponentsReordered reordered -> reordered.ids().forEach(id -> mark(id, Mark.CHANGED));
            case Difference.LinkAdded added -> links.put(LinkReference.of(added.link()), Mark.ADDED);
            case Difference.LinkRemoved removed ->
                links.put(LinkReference.of(versions.named(removed.before())), Mark.REMOVED);
            case Difference.ValueChanged changed -> value(changed);
            case Difference.InnerGraphAdded added -> users(added.name(), Mark.CHANGED);
            case Difference.InnerGraphRemoved removed -> users(removed.name(), Mark.CHANGED);
            case Difference.InnerGraphChanged changed -> users(changed.name(), Mark.CHANGED);
        }
    }

    private void value(Difference.ValueChanged changed) {
        component(changed).ifPresent(id -> mark(id, Mark.CHANGED));
        List<String> steps = JsonPointers.steps(changed.pointer());
        if (steps.size() > 1 && steps.getFirst().equals("links")) {
            GraphLink link = versions.after().links().get(Integer.parseInt(steps.get(1)));
            links.put(LinkReference.of(link), Mark.CHANGED);
        }
        box(changed)
                .flatMap(box ->
                        Optional.ofNullable(box.kind().of(versions.after()).get(box.name())))
                .ifPresent(box -> mark(box.component(), Mark.CHANGED));
    }

    /** The id, in the newer version, of the component that a value belongs to. */
    static Optional<String> component(Difference.ValueChanged changed) {
        List<String> steps = JsonPointers.steps(changed.pointer());
        return steps.size() > 2 && steps.getFirst().equals("components") ? Optional.of(steps.get(1)) : Optional.empty();
    }

    /** The box of the graph's own that a value is. */
    static Optional<PublicBox> box(Difference.ValueChanged changed) {
        List<String> steps = JsonPointers.steps(changed.pointer());
        if (steps.size() != 2) {
            return Optional.empty();
        }
        return switch (steps.getFirst()) {
            case "inboxes" -> Optional.of(new PublicBox(PublicBox.Kind.INBOX, steps.get(1)));
            case "outboxes" -> Optional.of(new PublicBox(PublicBox.Kind.OUTBOX, steps.get(1)));
            default -> Optional.empty();
        };
    }

    /** A component that stands for an inner graph is other where that is. */
    private void users(String graph, Mark mark) {
        versions.after().components().forEach((id, component) -> {
            if (stands(component, graph)) {
                mark(id, mark);
            }
        });
    }

    private static boolean stands(GraphComponent component, String graph) {
        return component.type().equals(Subgraph.TYPE + graph);
    }

    private void mark(String id, Mark mark) {
        SequencedSet<Mark> several = components.computeIfAbsent(id, _ -> new LinkedHashSet<>());
        // Of what is new or gone nothing more is said.
        if (!several.contains(Mark.ADDED) && !several.contains(Mark.REMOVED)) {
            several.add(mark);
        }
    }
}
