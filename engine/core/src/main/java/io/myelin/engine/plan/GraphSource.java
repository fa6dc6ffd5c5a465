package io.myelin.engine.plan;

import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.Problem.Severity;
import io.myelin.engine.graph.SourcePlaces;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One file as it is used: where its parts stand, and to whom its problems go. Those of a file that another one names
 * are told at the place that names it.
 */
final class GraphSource {
    private final Path folder;
    private final SourcePlaces places;
    private final String name;
    private final Consumer<Problem> problems;
    private final Optional<Use> use;

    /** The place in another file that names this one. */
    private record Use(GraphSource source, String pointer) {}

    private GraphSource(Path folder, SourcePlaces places, String name, Consumer<Problem> problems, Optional<Use> use) {
        this.folder = folder;
        this.places = places;
        this.name = name;
        this.problems = problems;
        this.use = use;
    }

    /** The outermost file. */
    static GraphSource outermost(Path folder, SourcePlaces places, Consumer<Problem> problems) {
        return new GraphSource(folder, places, "the graph", problems, Optional.empty());
    }

    /** The file {@code file}, named at {@code pointer} of this one. */
    GraphSource used(Path file, SourcePlaces usedPlaces, String pointer) {
        Path parent = file.getParent();
        return new GraphSource(
                parent == null ? file : parent,
                usedPlaces,
                file.toString(),
                problems,
                Optional.of(new Use(this, pointer)));
    }

    /** What relative paths are taken from. */
    Path folder() {
        return folder;
    }

    /** What people call the file. */
    String name() {
        return name;
    }

    void error(String pointer, String message) {
        error(pointer, Wording.of(message));
    }

    void error(String pointer, Wording message) {
        report(Severity.ERROR, pointer, message, Optional.empty());
    }

    void error(String pointer, Wording message, Optional<String> nearest) {
        report(Severity.ERROR, pointer, message, nearest);
    }

    void warning(String pointer, String message) {
        warning(pointer, Wording.of(message));
    }

    void warning(String pointer, Wording message) {
        report(Severity.WARNING, pointer, message, Optional.empty());
    }

    void report(Severity severity, String pointer, Wording message, Optional<String> nearest) {
        Problem problem = Problem.at(places, severity, pointer, message, nearest);
        pass(problem);
    }

    /** Tells a problem whose place in this file is known already. */
    void pass(Problem problem) {
        if (use.isEmpty()) {
            problems.accept(problem);
            return;
        }
        Wording inFile = Wording.of(Phrase.IN_FILE, name, problem.line(), problem.column(), problem.wording());
        use.get().source().report(problem.severity(), use.get().pointer(), inFile, problem.nearest());
    }
}
