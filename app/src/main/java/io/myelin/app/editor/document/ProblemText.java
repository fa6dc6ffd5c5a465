package io.myelin.app.editor.document;

import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.Locale;

/** Problems as people read them in the window. */
public final class ProblemText {
    private static final Texts TEXTS = Texts.of(ProblemText.class);

    private ProblemText() {}

    /** What is wrong, as one text that begins with a capital. */
    public static String of(Problem problem) {
        String message = say(problem.wording());
        String text = message.isEmpty()
                ? TEXTS.get("problem.unsaid")
                : Character.toUpperCase(message.charAt(0)) + message.substring(1);
        String sentence = text.endsWith(".") ? text : text + ".";
        return problem.nearest()
                .map(nearest -> TEXTS.get("problem.nearest", sentence, nearest))
                .orElse(sentence);
    }

    /** In the language of the window, as far as it is known what is said. */
    private static String say(Wording wording) {
        return switch (wording) {
            case Wording.Text text -> text.english();
            case Wording.Said(var phrase, var parts) ->
                TEXTS.get(key(phrase), parts.stream().map(ProblemText::say).toArray());
        };
    }

    private static String key(Phrase phrase) {
        return "phrase." + phrase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
