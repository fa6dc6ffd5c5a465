package io.myelin.app.editor.document;

import java.time.Instant;

/**
 * The steps done to a document, to be looked at. Positions are counted from 0, where none is done; at position {@code n}
 * the first {@code n} steps are.
 */
public interface History {
    /** How many steps there are, done and taken back. */
    int size();

    /** How many of them are done. */
    int position();

    /** The step that leads from {@code index} to the position after it. */
    Step step(int index);

    /** Whether the graph as it is at {@code position} stands in the file. */
    boolean isSaved(int position);

    /** Whether position 0 is where it all began; false once the oldest steps had to go for want of room. */
    boolean isWhole();

    /**
     * A step.
     *
     * @param serial other than that of every other step of the document, rising
     * @param name what it does, for people
     * @param at when it was last added to
     */
    record Step(long serial, String name, Instant at) {}
}
