package io.myelin.app.editor.document;

import io.myelin.engine.graph.GraphEdit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The edits done to a graph, in named steps that can be taken back and done again. It keeps the last 1,000 steps. It
 * knows no graph: whoever applies the edits records them here.
 */
final class EditHistory {
    private static final int LIMIT = 1_000;
    private static final Duration MERGE_PAUSE = Duration.ofSeconds(2);
    private static final long NEVER = -1;

    private final InstantSource clock;
    private final Deque<EditStep> done = new ArrayDeque<>();
    private final Deque<EditStep> undone = new ArrayDeque<>();
    private @Nullable EditStep open;
    private boolean mergingEnded = true;
    private long serials;
    private long base;
    private long saved;

    EditHistory(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins a step that lasts until {@link #commit}; throws IllegalStateException where one has begun. */
    void begin(String name) {
        if (open != null) {
            throw new IllegalStateException("'" + open.name() + "' is still going on; end it before '" + name + "'");
        }
        open = new EditStep(name, "", ++serials, clock.instant());
    }

    boolean isOpen() {
        return open != null;
    }

    /** Ends the open step; one without edits leaves no trace. */
    void commit() {
        EditStep step = takeOpen();
        if (!step.isEmpty()) {
            push(step);
        }
    }

    /** Ends the open step as if it had not been; the caller applies its inverses. */
    EditStep takeOpen() {
        EditStep step = open;
        if (step == null) {
            throw new IllegalStateException("no step has begun");
        }
        open = null;
        return step;
    }

    /** Takes in an edit that has been done: into the open step, into the last one by {@code mergeKey}, or a new one. */
    void record(String name, String mergeKey, GraphEdit edit, GraphEdit inverse) {
        if (open != null) {
            open.add(edit, inverse, clock.instant());
            return;
        }
        EditStep last = done.peekLast();
        if (last != null && merges(last, mergeKey)) {
            last.add(edit, inverse, clock.instant());
            return;
        }
        EditStep step = new EditStep(name, mergeKey, ++serials, clock.instant());
        step.add(edit, inverse, clock.instant());
        push(step);
        mergingEnded = false;
    }

    private boolean merges(EditStep last, String mergeKey) {
        return !mergingEnded
                && !mergeKey.isEmpty()
                && mergeKey.equals(last.mergeKey())
                && last.serial() != saved
                && last.lastEdit().plus(MERGE_PAUSE).isAfter(clock.instant());
    }

    private void push(EditStep step) {
        if (undone.stream().anyMatch(lost -> lost.serial() == saved)) {
            saved = NEVER;
        }
        undone.clear();
        done.addLast(step);
        mergingEnded = true;
        if (done.size() > LIMIT) {
            base = done.removeFirst().serial();
        }
    }

    /** Ends merging: the next edit begins a step of its own. */
    void endMerging() {
        mergingEnded = true;
    }

    Optional<EditStep> undoStep() {
        return open == null ? Optional.ofNullable(done.peekLast()) : Optional.empty();
    }

    Optional<EditStep> redoStep() {
        return open == null ? Optional.ofNullable(undone.peekLast()) : Optional.empty();
    }

    /** The last step has been taken back. */
    void undone() {
        undone.addLast(done.removeLast());
        mergingEnded = true;
    }

    /** The step last taken back has been done again. */
    void redone() {
        done.addLast(undone.removeLast());
        mergingEnded = true;
    }

    /** Says that the graph is now as it stands in its file. */
    void markSaved() {
        saved = current();
        mergingEnded = true;
    }

    /** Says that no state that these steps lead to stands in a file. */
    void markNeverSaved() {
        saved = NEVER;
    }

    boolean isModified() {
        return current() != saved || open != null && !open.isEmpty();
    }

    private long current() {
        EditStep last = done.peekLast();
        return last == null ? base : last.serial();
    }
}
