package io.myelin.app.editor.document;

import io.myelin.engine.graph.Problem;

/** Problems as people read them in the window. */
public final class ProblemText {
    private ProblemText() {}

    /** What is wrong, as one text that begins with a capital. */
    public static String of(Problem problem) {
        String message = problem.message();
        String text = message.isEmpty()
                ? "Something is wrong here"
                : Character.toUpperCase(message.charAt(0)) + message.substring(1);
        String sentence = text.endsWith(".") ? text : text + ".";
        return problem.nearest()
                .map(nearest -> sentence + " Did you mean '" + nearest + "'?")
                .orElse(sentence);
    }
}
