package io.myelin.app.editor.document;

import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;

/** Problems as people read them in the window. */
public final class ProblemText {
    private static final Texts TEXTS = Texts.of(ProblemText.class);

    private ProblemText() {}

    /** What is wrong, as one text that begins with a capital. */
    public static String of(Problem problem) {
        String message = problem.message();
        String text = message.isEmpty()
                ? TEXTS.get("problem.unsaid")
                : Character.toUpperCase(message.charAt(0)) + message.substring(1);
        String sentence = text.endsWith(".") ? text : text + ".";
        return problem.nearest()
                .map(nearest -> TEXTS.get("problem.nearest", sentence, nearest))
                .orElse(sentence);
    }
}
