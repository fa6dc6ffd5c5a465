package io.myelin.app.command;

import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ComponentAdded;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.ComponentRenamed;
import io.myelin.engine.graph.diff.Difference.ComponentsReordered;
import io.myelin.engine.graph.diff.Difference.InnerGraphAdded;
import io.myelin.engine.graph.diff.Difference.InnerGraphChanged;
import io.myelin.engine.graph.diff.Difference.InnerGraphRemoved;
import io.myelin.engine.graph.diff.Difference.LinkAdded;
import io.myelin.engine.graph.diff.Difference.LinkRemoved;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import io.myelin.engine.graph.diff.GraphDiff;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.MessageText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Differences as lines for people: a sign, and what it is about. */
final class DiffListing {
    private static final int SHOWN_VALUE = 200;

    private DiffListing() {}

    /** One line a difference; those of a graph inside begin with its name. */
    static List<String> lines(GraphDiff diff) {
        return lines(diff, "").toList();
    }

    private static Stream<String> lines(GraphDiff diff, String inside) {
        return diff.differences().stream().flatMap(each -> lines(each, inside));
    }

    private static Stream<String> lines(Difference difference, String inside) {
        return switch (difference) {
            case ComponentAdded added ->
                Stream.of("+ " + inside + "component " + added.id() + " ("
                        + added.component().type() + ")");
            case ComponentRemoved removed ->
                Stream.of("- " + inside + "component " + removed.id() + " ("
                        + removed.component().type() + ")");
            case ComponentRenamed renamed ->
                Stream.of("> " + inside + "component " + renamed.before() + " is now " + renamed.after());
            case ComponentsReordered reordered ->
                Stream.of("~ " + inside + "order of components: " + String.join(", ", reordered.ids()));
            case LinkAdded added -> Stream.of("+ " + inside + "link " + added.link());
            case LinkRemoved removed -> Stream.of("- " + inside + "link " + removed.link());
            case ValueChanged changed -> Stream.of(value(changed, inside));
            case InnerGraphAdded added -> Stream.of("+ " + inside + "graph " + added.name());
            case InnerGraphRemoved removed -> Stream.of("- " + inside + "graph " + removed.name());
            case InnerGraphChanged changed -> lines(changed.diff(), inside + "graph " + changed.name() + ": ");
        };
    }

    private static String value(ValueChanged changed, String inside) {
        String sign = changed.before().isEmpty() ? "+ " : changed.after().isEmpty() ? "- " : "~ ";
        String values = Stream.of(changed.before(), changed.after())
                .flatMap(Optional::stream)
                .map(value -> MessageText.shorten(MessageText.json(value), SHOWN_VALUE))
                .reduce((before, after) -> before + " -> " + after)
                .orElse("");
        return sign + inside + place(JsonPointers.steps(changed.pointer())) + ": " + values;
    }

    /** {@code component read: settings/path}, and the like. */
    private static String place(List<String> steps) {
        if (steps.size() < 2) {
            return String.join("/", steps);
        }
        String kind = steps.getFirst();
        String rest = String.join("/", steps.subList(2, steps.size()));
        String name = steps.get(1);
        return switch (kind) {
            case "components" -> "component " + name + ": " + rest;
            case "parameters" -> rest.isEmpty() ? "parameter " + name : "parameter " + name + ": " + rest;
            case "inboxes" -> "inbox " + name;
            case "outboxes" -> "outbox " + name;
            default -> String.join("/", steps);
        };
    }
}
