package io.myelin.app.editor.live.run;

import io.myelin.app.editor.document.LevelInstances;
import io.myelin.engine.component.GraphReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where in a run the graphs stand that come from files of their own. Reads those files. */
final class UsedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(UsedFiles.class);

    private final Map<Path, Optional<Graph>> read = new HashMap<>();
    private final Map<Path, List<String>> paths = new LinkedHashMap<>();

    /**
     * A file whose graph stands in a run.
     *
     * @param graph its graph
     * @param paths those of the components that stand for it
     */
    record Used(Graph graph, List<String> paths) {
        /** The paths of the components that stand for the levels of its graph, by the names that lead to a level. */
        Map<List<String>, List<String>> instances() {
            Map<List<String>, List<String>> all = new LinkedHashMap<>();
            LevelInstances.of(graph)
                    .forEach((names, inside) -> all.put(
                            names,
                            paths.stream()
                                    .flatMap(path -> inside.stream().map(inner -> joined(path, inner)))
                                    .toList()));
            return all;
        }
    }

    private UsedFiles() {}

    /** All files that components of {@code whole}, whose relative paths are taken from {@code folder}, stand for. */
    static Map<Path, Used> of(Graph whole, Path folder) {
        UsedFiles files = new UsedFiles();
        files.gather(whole, folder, "", new LinkedHashSet<>());
        Map<Path, Used> used = new LinkedHashMap<>();
        files.paths.forEach((file, paths) ->
                files.graph(file).ifPresent(graph -> used.put(file, new Used(graph, List.copyOf(paths)))));
        return used;
    }

    private void gather(Graph graph, Path folder, String at, Set<Path> way) {
        LevelInstances.of(graph)
                .forEach((names, inside) -> level(graph, names)
                        .ifPresent(level -> level.components()
                                .forEach((id, component) -> file(component.type(), folder)
                                        // A graph that stands in itself is refused when it is run; here it must not
                                        // take forever.
                                        .filter(file -> !way.contains(file))
                                        .ifPresent(file -> inside.forEach(
                                                path -> stands(file, joined(joined(at, path), id), way))))));
    }

    private void stands(Path file, String at, Set<Path> way) {
        paths.computeIfAbsent(file, _ -> new ArrayList<>()).add(at);
        way.add(file);
        Path folder = file.getParent();
        graph(file).ifPresent(graph -> gather(graph, folder == null ? file : folder, at, way));
        way.remove(file);
    }

    private static Optional<Graph> level(Graph whole, List<String> names) {
        Optional<Graph> at = Optional.of(whole);
        for (String name : names) {
            at = at.map(graph -> graph.graphs().get(name));
        }
        return at;
    }

    private static Optional<Path> file(String type, Path folder) {
        if (!type.startsWith(GraphReference.PREFIX)) {
            return Optional.empty();
        }
        String name = type.substring(GraphReference.PREFIX.length());
        try {
            boolean isFile = name.startsWith("./")
                    || name.startsWith("../")
                    || Path.of(name).isAbsolute();
            return isFile ? Optional.of(folder.resolve(name).normalize()) : Optional.empty();
        } catch (InvalidPathException unfit) {
            return Optional.empty();
        }
    }

    private Optional<Graph> graph(Path file) {
        return read.computeIfAbsent(file, path -> {
            try {
                return GraphFile.read(path).graph();
            } catch (IOException unreadable) {
                // Who runs the graph tells people of it.
                LOG.debug("The graph in {} cannot be held anywhere.", path, unreadable);
                return Optional.empty();
            }
        });
    }

    private static String joined(String path, String inner) {
        return path.isEmpty() || inner.isEmpty() ? path + inner : path + "/" + inner;
    }
}
