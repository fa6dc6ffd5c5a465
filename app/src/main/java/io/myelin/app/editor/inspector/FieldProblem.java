package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.ProblemText;
import io.myelin.engine.graph.Problem;
import java.util.List;

/**
 * A problem at some place of a form.
 *
 * @param path the names that lead to it from where it is shown; empty: there
 * @param severity how bad it is
 * @param text one or two sentences
 */
record FieldProblem(List<String> path, Problem.Severity severity, String text) {
    FieldProblem {
        path = List.copyOf(path);
    }

    static FieldProblem of(List<String> path, Problem problem) {
        return new FieldProblem(path, problem.severity(), ProblemText.of(problem));
    }

    /** This problem as seen from one step further on. */
    FieldProblem inside() {
        return new FieldProblem(path.subList(1, path.size()), severity, text);
    }

    /** Whether it lies at or inside {@code name}. */
    boolean isIn(String name) {
        return !path.isEmpty() && path.getFirst().equals(name);
    }
}
