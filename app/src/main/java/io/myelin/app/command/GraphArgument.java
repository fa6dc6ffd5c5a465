package io.myelin.app.command;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanRequest;
import io.myelin.engine.plan.Planner;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/**
 * A graph file named on the command line.
 *
 * @param name as it was given, for messages
 * @param file where it is, absolute
 * @param workingFolder what it was taken from, absolute
 */
record GraphArgument(String name, Path file, Path workingFolder) {
    /** The file {@code name}; throws UsageException where that cannot be a file's name. */
    static GraphArgument of(String name, Path workingFolder) {
        return new GraphArgument(name, path(name, workingFolder), workingFolder);
    }

    /** The files that the arguments name, in their order. */
    static List<GraphArgument> all(ParseResult arguments, Surroundings surroundings) {
        return arguments.matchedPositionals().stream()
                .flatMap(each -> each.originalStringValues().stream())
                .map(name -> of(name, surroundings.workingFolder()))
                .toList();
    }

    /** {@code name} as an absolute path; throws UsageException where it cannot be one. */
    static Path path(String name, Path workingFolder) {
        try {
            return workingFolder.resolve(name).normalize();
        } catch (InvalidPathException invalid) {
            throw new UsageException("\"" + name + "\" is not a file name: " + invalid.getReason());
        }
    }

    /** Reads it; throws UsageException, with a sentence for people, where the file cannot be read. */
    LoadedGraph load() {
        try {
            return GraphFile.read(file);
        } catch (IOException unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()));
        }
    }

    /** The graph in it; throws UsageException, with all that is wrong a line each, where there is none. */
    Graph graph() {
        LoadedGraph loaded = load();
        return loaded.graph()
                .orElseThrow(() -> new UsageException(String.join(
                        System.lineSeparator(),
                        ProblemReport.lines(
                                name,
                                loaded.problems().stream()
                                        .filter(Problem::isError)
                                        .toList()))));
    }

    /** Finds every problem that can be found without running it or knowing its parameters. */
    List<Problem> check(ComponentCatalog catalog, Map<String, String> environment) {
        LoadedGraph loaded = load();
        Function<String, Optional<String>> lookUp = variable -> Optional.ofNullable(environment.get(variable));
        PlanRequest request = new PlanRequest(
                catalog, folder(), workingFolder, Map.of(), lookUp, _ -> Optional.of(Redaction.SHOWN), true);
        return Planner.plan(loaded, request).problems();
    }

    /** The folder that relative paths in it are taken from. */
    Path folder() {
        Path parent = file.getParent();
        return parent == null ? workingFolder : parent;
    }
}
