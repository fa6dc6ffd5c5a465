package io.myelin.engine.watch;

import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.LinkGate;
import io.myelin.engine.run.LinkHold;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A breakpoint on one link of a run: a message that it is for is held there until somebody lets it go on. Only that link
 * stands still; its sender waits as it would for room, everything else runs. Safe from any thread; the sender takes its
 * monitor for a moment, and nobody does anything long in it.
 */
public final class Breakpoint implements AutoCloseable {
    private final PlannedLink link;
    private final Condition stops;
    private final long from;
    private final Consumer<? super Breakpoint> listener;

    /** Null while the gate is being set, when it may hold a message already. Under the monitor, as what follows. */
    private @Nullable LinkHold hold;

    private boolean closed;
    private long hits;
    private boolean stepping;
    private @Nullable Held held;
    private @Nullable Held allowed;

    /** Which messages one is for. */
    @FunctionalInterface
    public interface Condition {
        /**
         * Whether it is for {@code message}; where it throws, it is not. Asked on the sender's thread: should be quick.
         *
         * @param sequence the number of the message on the link, 1 for the first
         */
        boolean holds(Object message, long sequence);
    }

    /**
     * A message that is held.
     *
     * @param message the very object
     * @param sequence its number on the link, from 1
     * @param nanoTime since when, by {@link System#nanoTime}
     */
    public record Held(Object message, long sequence, long nanoTime) {
        // The very object: after one that was let go undelivered the next has its number.
        @SuppressWarnings("ReferenceEquality")
        private boolean is(Object other, long number) {
            return sequence == number && message == other;
        }
    }

    private Breakpoint(
            GraphRun run, PlannedLink link, Condition stops, long from, Consumer<? super Breakpoint> listener) {
        this.link = link;
        this.stops = stops;
        this.from = from;
        this.listener = listener;
        LinkHold made = run.gate(link, gate());
        boolean isClosed;
        synchronized (this) {
            hold = made;
            isClosed = closed;
        }
        // The link holds messages from the moment that it has the gate: whoever was told of one may have answered.
        if (isClosed) {
            made.close();
        } else {
            made.lookAgain();
        }
    }

    /**
     * Sets one on {@code link} of {@code run}. Throws what {@link GraphRun#gate} throws.
     *
     * @param stops which messages it is for
     * @param from from which of those on it holds them: 1 for all
     * @param listener told each time that a message is held, on the sender's thread: must return at once
     */
    public static Breakpoint set(
            GraphRun run, PlannedLink link, Condition stops, long from, Consumer<? super Breakpoint> listener) {
        return new Breakpoint(run, link, stops, from, listener);
    }

    /** As {@link #set(GraphRun, PlannedLink, Condition, long, Consumer)}, whatever the number of a message. */
    public static Breakpoint set(
            GraphRun run, PlannedLink link, Predicate<Object> stops, long from, Consumer<? super Breakpoint> listener) {
        return set(run, link, (message, _) -> stops.test(message), from, listener);
    }

    private LinkGate gate() {
        return this::admits;
    }

    private boolean admits(Object message, long sequence) {
        synchronized (this) {
            if (allowed != null && allowed.is(message, sequence)) {
                return true;
            }
            if (held != null && held.is(message, sequence)) {
                return false;
            }
        }
        // Outside the monitor, which the window's thread takes again and again: a condition may take its time.
        boolean isMeant = isMeant(message, sequence);
        synchronized (this) {
            if (closed) {
                // Taken away while the condition was asked: nobody is left to let anything go.
                return true;
            }
            boolean isHit = isMeant && ++hits >= from;
            Held now = new Held(message, sequence, System.nanoTime());
            if (!isHit && !stepping) {
                allowed = now;
                return true;
            }
            stepping = false;
            held = now;
        }
        listener.accept(this);
        return false;
    }

    private boolean isMeant(Object message, long sequence) {
        try {
            return stops.holds(message, sequence);
        } catch (RuntimeException unfit) {
            // Looking on must not be what fails the sender.
            return false;
        }
    }

    /** Which link it is on. */
    public PlannedLink link() {
        return link;
    }

    /** The message that is held; empty where none is. */
    public synchronized Optional<Held> held() {
        return Optional.ofNullable(held);
    }

    /** How many messages it was for so far. */
    public synchronized long hits() {
        return hits;
    }

    /** Lets go on what is held, until the next message that it is for. */
    public void goOn() {
        release(false);
    }

    /** Lets exactly one message go: what is held, and holds the next one, whatever it is. */
    public void step() {
        release(true);
    }

    private void release(boolean one) {
        LinkHold known;
        synchronized (this) {
            if (held == null) {
                return;
            }
            allowed = held;
            held = null;
            stepping = one;
            known = hold;
        }
        if (known != null) {
            known.lookAgain();
        }
    }

    /** Takes it away; what is held goes on. */
    @Override
    public void close() {
        LinkHold known;
        synchronized (this) {
            held = null;
            closed = true;
            known = hold;
        }
        if (known != null) {
            known.close();
        }
    }
}
