package io.myelin.app.editor.file;

import java.util.List;

/**
 * A question with a few answers to choose from.
 *
 * @param title what it is about, in a few words
 * @param text the question, one to three sentences
 * @param answers the answers, the usual one first
 * @param <A> what an answer means
 */
public record Question<A>(String title, String text, List<Answer<A>> answers) {
    /** Copies {@code answers}. */
    public Question {
        answers = List.copyOf(answers);
    }

    /**
     * An answer.
     *
     * @param meaning what it means
     * @param label what its button says
     * @param role what kind of button it is
     * @param <A> what an answer means
     */
    public record Answer<A>(A meaning, String label, Role role) {}

    /** What kind of button an answer is. */
    public enum Role {
        /** The one that Enter gives. */
        USUAL,
        /** Another one. */
        OTHER,
        /** The one that changes nothing; Escape gives it. */
        CANCEL
    }
}
