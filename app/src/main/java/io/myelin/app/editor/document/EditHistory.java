package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The edits done to a graph, in named steps that can be taken back and done again. It keeps as many as have room in some
 * memory, and lets the oldest go. It knows no graph and no clock: whoever applies the edits records them here, so that
 * the same records always make the same steps.
 */
final class EditHistory implements History {
    /** The most bytes that the steps may hold, so estimated; some 200,000 small steps. */
    static final long LIMIT = 256L * 1024 * 1024;

    private static final Duration MERGE_PAUSE = Duration.ofSeconds(2);
    private static final long NEVER = Snapshot.UNNAMED;

    /** Those before {@link #position} are done, the others taken back. */
    private final List<EditStep> steps = new ArrayList<>();

    private long limit;
    private int position;
    private long weight;
    private @Nullable EditStep open;
    private boolean mergingEnded = true;
    private long serials;
    private long base;
    private long saved;

    /** A history whose steps may hold about {@code limit} bytes. */
    EditHistory(long limit) {
        this.limit = limit;
    }

    /** Begins a step that lasts until {@link #commit}; throws IllegalStateException where one has begun. */
    void begin(String name, Instant now) {
        if (open != null) {
            throw new IllegalStateException("'" + open.name() + "' is still going on; end it before '" + name + "'");
        }
        open = new EditStep(name, "", ++serials, now);
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
    void record(String name, String mergeKey, GraphEdit edit, GraphEdit inverse, Instant now) {
        if (open != null) {
            open.add(edit, inverse, now);
            return;
        }
        EditStep last = position == 0 ? null : steps.get(position - 1);
        if (last != null && merges(last, mergeKey, now)) {
            weight -= last.weight();
            last.add(edit, inverse, now);
            weight += last.weight();
            return;
        }
        EditStep step = new EditStep(name, mergeKey, ++serials, now);
        step.add(edit, inverse, now);
        push(step);
        mergingEnded = false;
    }

    private boolean merges(EditStep last, String mergeKey, Instant now) {
        return !mergingEnded
                && !mergeKey.isEmpty()
                && mergeKey.equals(last.mergeKey())
                && last.serial() != saved
                && last.lastEdit().plus(MERGE_PAUSE).isAfter(now);
    }

    private void push(EditStep step) {
        List<EditStep> undone = steps.subList(position, steps.size());
        for (EditStep lost : undone) {
            weight -= lost.weight();
            if (lost.serial() == saved) {
                saved = NEVER;
            }
        }
        undone.clear();
        steps.add(step);
        position++;
        weight += step.weight();
        mergingEnded = true;
        trim();
    }

    /** Lets more or fewer bytes be held. */
    void setLimit(long bytes) {
        limit = bytes;
        trim();
    }

    /** Lets the oldest steps go, some more than need be so that it is seldom done; the last one always stays. */
    private void trim() {
        if (weight <= limit) {
            return;
        }
        int gone = 0;
        while (gone < position - 1 && weight > limit - limit / 8) {
            weight -= steps.get(gone).weight();
            gone++;
        }
        if (gone > 0) {
            base = steps.get(gone - 1).serial();
            steps.subList(0, gone).clear();
            position -= gone;
        }
    }

    /** Ends merging: the next edit begins a step of its own. False where it had ended already. */
    boolean endMerging() {
        boolean was = mergingEnded;
        mergingEnded = true;
        return !was;
    }

    /** The history as it is now, of a document with {@code graph} in {@code file}; not while a step is open. */
    PastCapture capture(Graph graph, Optional<Path> file) {
        List<EditStep> caught = new ArrayList<>(steps);
        if (!caught.isEmpty()) {
            // The only one that edits can still become part of.
            caught.set(caught.size() - 1, caught.getLast().copy());
        }
        return new PastCapture(
                graph, file, caught, new DocumentPast.Point(position, base, saved, serials, mergingEnded));
    }

    /** Takes in a step that has been done once more. */
    void restore(EditStep step) {
        serials = step.serial();
        push(step);
    }

    /** Goes on from {@code point}, whose position the caller has gone to. */
    void restore(DocumentPast.Point point) {
        base = point.base();
        saved = point.saved();
        serials = point.serials();
        mergingEnded = point.mergingEnded();
    }

    Optional<EditStep> undoStep() {
        return open == null && position > 0 ? Optional.of(steps.get(position - 1)) : Optional.empty();
    }

    Optional<EditStep> redoStep() {
        return open == null && position < steps.size() ? Optional.of(steps.get(position)) : Optional.empty();
    }

    /** The last step has been taken back. */
    void undone() {
        position--;
        mergingEnded = true;
    }

    /** The step last taken back has been done again. */
    void redone() {
        position++;
        mergingEnded = true;
    }

    /** The serial that names the graph as it is now, but for the open step. */
    long state() {
        return state(position);
    }

    /** The serial that names the graph as it is where the first {@code place} steps are done. */
    long state(int place) {
        return place == 0 ? base : steps.get(place - 1).serial();
    }

    /** How many steps before this one {@link #state} was {@code state}; negative: after; empty: at none. */
    OptionalInt back(long state) {
        for (int place = steps.size(); place >= 0; place--) {
            if (state(place) == state) {
                return OptionalInt.of(position - place);
            }
        }
        return OptionalInt.empty();
    }

    /** Says that what was here so many steps ago stands in the file, or what no step leads to. */
    void markSaved(OptionalInt back) {
        int place = back.isPresent() ? position - back.getAsInt() : -1;
        saved = place >= 0 && place <= steps.size() ? state(place) : NEVER;
    }

    /** Says that no state that these steps lead to stands in a file. */
    void markNeverSaved() {
        saved = NEVER;
    }

    boolean isModified() {
        return !isSaved(position) || open != null && !open.isEmpty();
    }

    @Override
    public int size() {
        return steps.size();
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public Step step(int index) {
        EditStep step = steps.get(index);
        return new Step(step.serial(), step.name(), step.lastEdit());
    }

    @Override
    public boolean isSaved(int place) {
        return state(place) == saved;
    }

    @Override
    public boolean isWhole() {
        return base == 0;
    }
}
