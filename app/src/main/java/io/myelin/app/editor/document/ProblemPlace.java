package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What of a graph a problem concerns.
 *
 * @param level the names of the graphs from the whole one's inner graph down to the one it is in; none: the whole one
 * @param component the id of a component, where it concerns one
 * @param link a link, where it concerns one
 * @param rest the names that follow in the problem's pointer, such as {@code settings}, {@code path}
 */
public record ProblemPlace(
        List<String> level, Optional<String> component, Optional<LinkReference> link, List<String> rest) {
    /** Copies {@code level} and {@code rest}. */
    public ProblemPlace {
        level = List.copyOf(level);
        rest = List.copyOf(rest);
    }

    /** Reads the pointer of {@code problem}, which was found in the whole graph {@code whole}. */
    public static ProblemPlace of(Problem problem, Graph whole) {
        List<String> names = names(problem.pointer());
        List<String> level = new ArrayList<>();
        Graph graph = whole;
        while (names.size() >= 2 && names.getFirst().equals("graphs")) {
            Graph inner = graph.graphs().get(names.get(1));
            if (inner == null) {
                break;
            }
            graph = inner;
            level.add(names.get(1));
            names = names.subList(2, names.size());
        }
        return within(graph, level, names);
    }

    private static ProblemPlace within(Graph graph, List<String> level, List<String> names) {
        if (names.size() >= 2 && names.getFirst().equals("components")) {
            String id = names.get(1);
            if (graph.components().containsKey(id)) {
                return new ProblemPlace(level, Optional.of(id), Optional.empty(), names.subList(2, names.size()));
            }
        }
        if (names.size() >= 2
                && names.getFirst().equals("links")
                && names.get(1).matches("\\d{1,9}")) {
            int index = Integer.parseInt(names.get(1));
            if (index < graph.links().size()) {
                LinkReference link = LinkReference.of(graph.links().get(index));
                return new ProblemPlace(level, Optional.empty(), Optional.of(link), names.subList(2, names.size()));
            }
        }
        return new ProblemPlace(level, Optional.empty(), Optional.empty(), names);
    }

    private static List<String> names(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
