package io.myelin.app.command;

import io.myelin.engine.graph.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Problems of a graph file as lines for people and for the tools that know compilers' messages. */
final class ProblemReport {
    private static final Comparator<Problem> ORDER =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    private ProblemReport() {}

    /** One line a problem, in the order of the file: {@code file:line:column: error: what [/pointer]}. */
    static List<String> lines(String file, List<Problem> problems) {
        return lines(file, problems, UnaryOperator.identity());
    }

    /** As {@link #lines(String, List)}, with {@code shown} applied to what is said, but not to the places. */
    static List<String> lines(String file, List<Problem> problems, UnaryOperator<String> shown) {
        return problems.stream()
                .sorted(ORDER)
                .map(problem -> line(file, problem, shown))
                .toList();
    }

    /** Whether any of {@code problems} stands in the way of a run. */
    static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(Problem::isError);
    }

    private static String line(String file, Problem problem, UnaryOperator<String> shown) {
        StringBuilder line = new StringBuilder(file);
        if (problem.line() > 0) {
            line.append(':').append(problem.line()).append(':').append(problem.column());
        }
        line.append(
                switch (problem.severity()) {
                    case ERROR -> ": error: ";
                    case WARNING -> ": warning: ";
                });
        line.append(shown.apply(problem.message()));
        problem.nearest()
                .ifPresent(name -> line.append(" (did you mean '").append(name).append("'?)"));
        if (!problem.pointer().isEmpty()) {
            line.append(" [").append(problem.pointer()).append(']');
        }
        return line.toString();
    }
}
