package io.myelin.app.editor.document;

import io.myelin.engine.graph.GraphEdit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * One thing that was done to a document. All of them in their order, done again to the graph that it began with, give
 * the same graph with the same history: they are what a journal holds.
 */
public sealed interface EditEvent {
    /**
     * An edit was done.
     *
     * @param name what it does, for people
     * @param edit what was done
     * @param mergeKey edits with the same key may become one step; empty: none
     * @param at when
     */
    record Performed(String name, GraphEdit edit, String mergeKey, Instant at) implements EditEvent {}

    /**
     * A step of many edits began.
     *
     * @param name what it does, for people
     * @param at when
     */
    record Begun(String name, Instant at) implements EditEvent {}

    /** The step that had begun ended. */
    record Committed() implements EditEvent {}

    /** The step that had begun was taken back. */
    record RolledBack() implements EditEvent {}

    /** The next edit merges with none before it. */
    record MergingEnded() implements EditEvent {}

    /**
     * Steps were taken back or done again.
     *
     * @param by how many; negative: taken back
     */
    record Stepped(int by) implements EditEvent {}

    /**
     * The graph was saved, as it is or as it was a moment ago.
     *
     * @param file where, absolute
     * @param back how many steps ago it was as it was saved, negative: steps that were taken back; empty: no position of
     *     the history leads to what was saved
     * @param digest of what the file holds; empty where that is not known
     */
    record Saved(Path file, OptionalInt back, String digest) implements EditEvent {}

    /** The file was seen to hold another graph. */
    record FileDiffers() implements EditEvent {}
}
