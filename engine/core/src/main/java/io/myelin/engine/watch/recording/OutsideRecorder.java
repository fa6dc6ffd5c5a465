package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentStoppedException;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.run.FailureText;
import io.myelin.engine.run.Turn;
import io.myelin.engine.watch.recording.CallKind.FailureKind;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notes what one outside component does, over all its instances. Its own code runs outside its turn, and each call of
 * the engine takes the turn back first; so what is noted is noted with the turn. Calls from other threads than the one
 * that the engine gave it come in by the door, between two steps.
 */
final class OutsideRecorder {
    private static final int LONGEST_CHAIN = 20;

    private final int component;
    private final PlannedComponent plan;
    private final Journal journal;
    private final Supplier<Turn> turns;
    private final Door door;
    private final BoxNumbers numbers;
    private final List<OutsideWork> works = new ArrayList<>();
    private long timers;
    private @Nullable Turn turn;
    private volatile @Nullable Thread inside;

    OutsideRecorder(int component, PlannedComponent plan, Journal journal, Supplier<Turn> turns, Door door) {
        this.component = component;
        this.plan = plan;
        this.journal = journal;
        this.turns = turns;
        this.door = door;
        this.numbers = new BoxNumbers(plan);
    }

    /** Where what other threads do comes in. */
    interface Door {
        /** Notes the event and does {@code effect} between two steps, soon. Any thread. */
        void admit(EventKind kind, int component, long number, String text, Runnable effect);
    }

    String path() {
        return plan.path();
    }

    BoxNumbers numbers() {
        return numbers;
    }

    Journal journal() {
        return journal;
    }

    int component() {
        return component;
    }

    /** Whether the thread that calls is the one in which the engine called the component. */
    boolean isInside() {
        return Thread.currentThread() == inside;
    }

    private Turn turn() {
        Turn known = turn;
        if (known == null) {
            known = turns.get();
            turn = known;
        }
        return known;
    }

    /** Runs code of the component's, called by the engine, and notes how it ends. */
    <T> T called(Callable<T> code) throws Exception {
        Thread before = inside;
        inside = Thread.currentThread();
        turn().goOutside();
        T result;
        try {
            result = code.call();
        } catch (Throwable thrown) {
            turn().comeBack();
            inside = before;
            failed(thrown);
            throw thrown;
        }
        turn().comeBack();
        inside = before;
        return result;
    }

    /** As {@link #called}, and what it was called for is then over. */
    void calledBack(Body code) throws Exception {
        called(() -> {
            code.run();
            return component;
        });
        journal.call(component, CallKind.RETURNED);
    }

    /** Code that may throw. */
    interface Body {
        void run() throws Exception;
    }

    /** A task of the component's, as the engine is to run it. */
    Runnable task(Runnable task) {
        return () -> {
            try {
                calledBack(task::run);
            } catch (RuntimeException thrown) {
                throw thrown;
            } catch (Exception checked) {
                // A Runnable throws none, unless it is thrown in disguise, and then that is what it threw.
                throw disguised(checked);
            }
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <E extends Throwable> RuntimeException disguised(Throwable checked) throws E {
        throw (E) checked;
    }

    /** A call of the engine by the component: takes the turn for it, and notes it first. */
    <T> T calls(Runnable note, Supplier<T> call) {
        if (!isInside()) {
            // It belongs to the component's own thread, and the engine says so itself where it can.
            return call.get();
        }
        turn().comeBack();
        try {
            note.run();
            return call.get();
        } finally {
            turn().goOutside();
        }
    }

    /** As above, for a call without a result. */
    void does(Runnable note, Runnable call) {
        calls(note, () -> {
            call.run();
            return component;
        });
    }

    /** Notes something that has been done outside already. */
    void noteDone(CallKind kind, String text, EventKind elsewhere) {
        if (isInside()) {
            does(() -> journal.text(component, kind, 0, text), () -> {});
        } else {
            door.admit(elsewhere, component, 0, text, () -> {});
        }
    }

    /** The number of its next timer. */
    long nextTimer() {
        return timers++;
    }

    /** Something it expects, with its number; what it gets back. */
    OutsideWork expecting(OutsideWork work) {
        int number = works.size();
        works.add(work);
        return () -> {
            if (isInside()) {
                does(() -> journal.call(component, CallKind.DONE, number), work::done);
            } else {
                door.admit(EventKind.DONE, component, number, "", work::done);
            }
        };
    }

    /** Asks for a callback. */
    void executes(Runnable task, java.util.function.Consumer<Runnable> engine) {
        Runnable noted = task(task);
        if (isInside()) {
            does(() -> journal.call(component, CallKind.EXECUTE), () -> engine.accept(noted));
        } else {
            door.admit(EventKind.TASK, component, 0, "", () -> engine.accept(noted));
        }
    }

    private void failed(Throwable thrown) {
        String text = FailureText.of(thrown);
        if (thrown instanceof ItemException exception && exception.item().isPresent()) {
            journal.message(
                    component,
                    CallKind.FAILED_ON_ITEM,
                    0,
                    text,
                    exception.item().get());
        } else {
            journal.text(component, CallKind.FAILED, kindOf(thrown).ordinal(), text);
        }
    }

    private static FailureKind kindOf(Throwable thrown) {
        if (thrown instanceof ItemException) {
            return FailureKind.ITEM;
        }
        if (thrown instanceof ComponentStoppedException) {
            return FailureKind.STOPPED;
        }
        if (thrown instanceof InterruptedException) {
            return FailureKind.INTERRUPTED;
        }
        Throwable cause = thrown;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException
                    || cause instanceof ClosedChannelException
                    || cause instanceof java.net.SocketException) {
                return FailureKind.INTERRUPTED_CALL;
            }
            cause = cause.getCause();
        }
        return FailureKind.OTHER;
    }
}
