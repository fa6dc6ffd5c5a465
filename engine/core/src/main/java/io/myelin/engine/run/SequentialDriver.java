package io.myelin.engine.run;

import io.myelin.engine.component.ComponentStoppedException;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlannedComponent;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs the main method of a sequential component on a thread of its own, which waits at its boxes. */
final class SequentialDriver extends RunningComponent {
    private static final int LONGEST_CHAIN = 20;

    private @Nullable Object lastTaken;
    private @Nullable WiredInbox lastTakenFrom;
    private boolean outboxesClosed;
    private boolean finished;
    private boolean inCallback;
    private boolean leaving;
    private volatile boolean interrupted;

    SequentialDriver(PlannedComponent plan, RunningGraph run, @Nullable ChildGraph group) {
        super(plan, run, group);
    }

    @Override
    Strand makeStrand(Scheduler scheduler) {
        return scheduler.thread(path(), plan.execution() != Execution.THREAD, this::run);
    }

    private void run() {
        try {
            live();
        } catch (Throwable thrown) {
            broke(thrown);
        }
    }

    private void live() {
        ComponentStatus status = ComponentStatus.FINISHED;
        try {
            status = lives();
            leaving = true;
            if (status == ComponentStatus.FINISHED && !attends(STOP) && boxes.isSignalLinked()) {
                sayOnSignal(Status.finished(path()));
            }
            awaitRoom();
        } catch (ComponentStoppedException stopped) {
            status = status == ComponentStatus.FAILED ? status : ComponentStatus.STOPPED;
        }
        if (status != ComponentStatus.FAILED && attends(STOP)) {
            status = ComponentStatus.STOPPED;
            passOn();
        }
        end(status);
    }

    private void passOn() {
        Object message = stopMessage();
        if (message != null) {
            passOnStop(message);
        }
    }

    /** One life after the other, as supervision decides; how the last one ended. */
    private ComponentStatus lives() {
        while (true) {
            counters.status(ComponentStatus.WORKING);
            lastTaken = null;
            lastTakenFrom = null;
            try {
                ((SequentialComponent) run.makeInstance(plan)).main(context());
                return ComponentStatus.FINISHED;
            } catch (ComponentStoppedException stopped) {
                return ComponentStatus.FINISHED;
            } catch (Throwable thrown) {
                if (attends(STOP) || (interrupted && isInterruption(thrown))) {
                    return ComponentStatus.FINISHED;
                }
                Supervision.Decision decision = failed(thrown, lastTaken, lastTaken != null);
                switch (decision.policy()) {
                    case STOP_GRAPH -> {
                        run.stopAfterFailure();
                        return ComponentStatus.FAILED;
                    }
                    case STOP -> {
                        return ComponentStatus.FAILED;
                    }
                    case SKIP -> counters.skipped(1);
                    case RESTART -> waitForRestart(decision.backoffNanos());
                }
            }
        }
    }

    /** Whether what was thrown comes of the interrupt that said that nobody is left to send to. */
    private static boolean isInterruption(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException
                    || cause instanceof ClosedChannelException
                    || cause instanceof SocketException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private void waitForRestart(long backoff) {
        WiredInbox from = lastTakenFrom;
        Object message = lastTaken;
        if (from != null && message != null) {
            from.giveBack(message);
        }
        timers().clear();
        counters.restarted();
        counters.status(ComponentStatus.RESTARTING);
        long due = nanoTime() + backoff;
        while (nanoTime() - due < 0) {
            throwIfStopped();
            rest(due);
        }
    }

    @Override
    public @Nullable Object receive(WiredInbox inbox) {
        if (Thread.currentThread().isInterrupted()) {
            throwIfStopped();
        }
        while (true) {
            checkpoint();
            Object message = inbox.poll();
            if (message != null) {
                lastTaken = message;
                lastTakenFrom = inbox;
                counters.status(ComponentStatus.WORKING);
                return message;
            }
            if (inbox.isAtEnd()) {
                return null;
            }
            counters.status(ComponentStatus.WAITING);
            rest(timers().next());
        }
    }

    /** Waits for a message on any inbox, an end of one, or {@code atMost}. */
    void awaitAny(Duration atMost) {
        long deadline = nanoTime() + Math.min(Long.MAX_VALUE / 2, Math.max(0, atMost.toNanos()));
        while (true) {
            checkpoint();
            if (boxes.firstReady() != null || nanoTime() - deadline >= 0 || allAtEnd()) {
                counters.status(ComponentStatus.WORKING);
                return;
            }
            counters.status(ComponentStatus.WAITING);
            rest(Math.min(deadline, timers().next()));
        }
    }

    private boolean allAtEnd() {
        boolean linked = false;
        for (WiredInbox inbox : boxes.dataInboxes()) {
            if (inbox.isLinked()) {
                linked = true;
                if (!inbox.isAtEnd()) {
                    return false;
                }
            }
        }
        return linked;
    }

    @Override
    void boxesChanged() {
        // It looks at its boxes anew each time.
    }

    @Override
    public boolean isReactive() {
        return false;
    }

    @Override
    @Nullable
    Object itemInHand() {
        return lastTaken;
    }

    @Override
    void stopAsked() {
        strand().interrupt();
    }

    @Override
    void nobodyLeftToSendTo() {
        interrupted = true;
        strand().interrupt();
    }

    @Override
    void checkpoint() {
        if (attention() != 0) {
            attendTo();
        }
        if (leaving) {
            return;
        }
        if (outboxesClosed || finished) {
            throw new ComponentStoppedException(
                    outboxesClosed
                            ? "everything that '" + path() + "' sends to has closed"
                            : "'" + path() + "' was told to finish");
        }
        runDue();
    }

    private void attendTo() {
        throwIfStopped();
        while (attends(PAUSE)) {
            rest(Strand.NEVER);
            throwIfStopped();
        }
        if (attends(LINKS)) {
            outboxesClosed |= lookAtLinks();
        }
        if (attends(FINISH) || attends(TOLD_TO_FINISH)) {
            clear(FINISH | TOLD_TO_FINISH);
            finished = true;
        }
    }

    /** Timers and tasks run while the component is at one of its boxes. */
    private void runDue() {
        if (inCallback || (timers().isEmpty() && !attends(TASKS))) {
            return;
        }
        inCallback = true;
        try {
            Runnable due = takeDue();
            while (due != null) {
                due.run();
                due = takeDue();
            }
        } finally {
            inCallback = false;
        }
    }
}
