package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A document as it was at one moment, caught at little cost on the document's thread; {@link #past} does the work, on
 * whatever thread, while the document goes on.
 */
public final class PastCapture {
    private final Graph graph;
    private final Optional<Path> file;
    private final List<EditStep> steps;
    private final DocumentPast.Point point;

    /** {@code steps} change no more. */
    PastCapture(Graph graph, Optional<Path> file, List<EditStep> steps, DocumentPast.Point point) {
        this.graph = graph;
        this.file = file;
        this.steps = List.copyOf(steps);
        this.point = point;
    }

    /** The document then. */
    public DocumentPast past() {
        Graph beginning = graph;
        for (EditStep step : steps.subList(0, point.position()).reversed()) {
            for (GraphEdit inverse : step.inverses()) {
                beginning = inverse.applyTo(beginning).graph();
            }
        }
        return new DocumentPast(
                beginning,
                file,
                steps.stream()
                        .map(step -> new DocumentPast.Step(
                                step.name(), step.mergeKey(), step.serial(), step.lastEdit(), step.edits()))
                        .toList(),
                point);
    }
}
