package io.myelin.engine.run;

import io.myelin.engine.component.ComponentStoppedException;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlannedComponent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the main method of a sequential component on a thread of its own, which waits at its boxes. */
final class SequentialDriver extends RunningComponent {
    private @Nullable Object lastTaken;
    private @Nullable WiredInbox lastTakenFrom;
    private boolean outboxesClosed;
    private boolean finished;
    private boolean inCallback;
    private boolean leaving;
    /** Whether it asks for a message, so that it is through with the one before. */
    private boolean asks;

    private boolean toldOfRestart;
    /** The one inbox that it waits for a message on; null where any will do. */
    private volatile @Nullable WiredInbox awaits;

    private volatile boolean interrupted;

    SequentialDriver(PlannedComponent plan, RunningGraph run, @Nullable Membership group) {
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
        boolean saidFinished = false;
        try {
            status = lives();
            leaving = true;
            awaitRoom();
            if (status == ComponentStatus.FINISHED && !attends(STOP) && boxes().isSignalLinked()) {
                sayOnSignal(Status.finished(path()));
                if (isHolding()) {
                    awaitRoom();
                }
                saidFinished = true;
            }
        } catch (ComponentStoppedException stopped) {
            status = status == ComponentStatus.FAILED ? status : ComponentStatus.STOPPED;
        }
        if (status != ComponentStatus.FAILED && attends(STOP) && !saidFinished) {
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
            status(ComponentStatus.WORKING);
            lastTaken = null;
            lastTakenFrom = null;
            asks = false;
            toldOfRestart = false;
            try {
                oneLife();
                return ComponentStatus.FINISHED;
            } catch (Throwable thrown) {
                if (attends(RENEW) && !attends(STOP) && Interruption.isBehind(thrown)) {
                    startAnew();
                    continue;
                }
                if (attends(TAKE_DOWN) && !attends(STOP) && Interruption.isBehind(thrown)) {
                    if (asks) {
                        lastTaken = null;
                    }
                    waitForRestart(Strand.NEVER);
                    continue;
                }
                if (attends(STOP)
                        || thrown instanceof ComponentStoppedException
                        || (interrupted && Interruption.isBehind(thrown))) {
                    return ComponentStatus.FINISHED;
                }
                Supervision.Decision decision = failed(thrown, lastTaken, lastTaken != null);
                switch (decision.policy()) {
                    case STOP_GRAPH -> {
                        run.stopAfterFailure();
                        return ComponentStatus.FAILED;
                    }
                    case STOP -> {
                        run.supervision().followUp(decision, this);
                        return ComponentStatus.FAILED;
                    }
                    case SKIP -> skipped(1);
                    case RESTART -> {
                        run.supervision().followUp(decision, this);
                        waitForRestart(decision.restartAt(nanoTime()));
                    }
                }
            }
        }
    }

    private void startAnew() {
        boolean _ = Thread.interrupted();
        Renewal renewal = takeRenewal();
        if (renewal != null) {
            timers().clear();
            held.dropIterators();
            become(renewal);
        }
    }

    /** One life; throws what ends it otherwise than by its own end. */
    private void oneLife() throws Exception {
        awaitTurn();
        throwIfTakenDown();
        SequentialComponent component;
        try {
            component = (SequentialComponent) run.makeInstance(plan);
        } finally {
            run.supervision().hasBegun(this);
        }
        if (isHolding()) {
            // Sent by the life before.
            awaitRoom();
        }
        component.main(context());
        if (toldOfRestart) {
            // It left because it was told to, and keeps that to itself.
            throwIfTakenDown();
        }
    }

    /** Waits for its next life, which gets the message in hand again. */
    private void waitForRestart(long at) {
        WiredInbox from = lastTakenFrom;
        Object message = lastTaken;
        if (from != null && message != null) {
            from.giveBack(message);
        }
        timers().clear();
        held.dropIterators();
        restarted();
        status(ComponentStatus.RESTARTING);
        long due = at;
        while (due == Strand.NEVER || nanoTime() - due < 0) {
            throwIfStopped();
            if (attends(PAUSE)) {
                rest(Strand.NEVER);
            } else if (attends(TAKE_DOWN)) {
                clear(TAKE_DOWN);
                due = Strand.NEVER;
                run.supervision().isDown(this);
            } else if (attends(BEGIN_AGAIN)) {
                clear(BEGIN_AGAIN);
                due = run.supervision().beginAt(this);
            } else {
                rest(due);
            }
        }
        // One that was meant for the life before must not reach the next.
        boolean _ = Thread.interrupted();
    }

    @Override
    public @Nullable Object receive(WiredInbox inbox) {
        if (Thread.currentThread().isInterrupted()) {
            throwIfStopped();
        }
        asks = true;
        while (true) {
            checkpoint();
            Object message = inbox.poll();
            if (message != null) {
                asks = false;
                lastTaken = message;
                lastTakenFrom = inbox;
                status(ComponentStatus.WORKING);
                return message;
            }
            if (inbox.isAtEnd()) {
                return null;
            }
            awaits = inbox;
            status(ComponentStatus.WAITING);
            rest(timers().next());
            awaits = null;
        }
    }

    @Override
    List<WiredInbox> awaitedInboxes() {
        WiredInbox one = awaits;
        return one == null ? super.awaitedInboxes() : one.isLinked() && !one.isAtEnd() ? List.of(one) : List.of();
    }

    /** Waits for a message on any inbox, an end of one, or {@code atMost}. */
    void awaitAny(Duration atMost) {
        long deadline = nanoTime() + Math.min(Long.MAX_VALUE / 2, Math.max(0, atMost.toNanos()));
        asks = true;
        while (true) {
            checkpoint();
            if (boxes().firstReady() != null || nanoTime() - deadline >= 0 || allAtEnd()) {
                asks = false;
                status(ComponentStatus.WORKING);
                return;
            }
            status(ComponentStatus.WAITING);
            rest(Math.min(deadline, timers().next()));
        }
    }

    private boolean allAtEnd() {
        boolean linked = false;
        for (WiredInbox inbox : boxes().dataInboxes()) {
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
    void renewalAsked() {
        if (!boxes().haveLinkedInbox()) {
            // A source may wait outside for long; what it has taken from an inbox is done first.
            strand().interrupt();
        }
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
    void takeDownAsked() {
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
        if (attends(RENEW) && (asks || lastTaken == null)) {
            throw new ComponentStoppedException("'" + path() + "' is started anew");
        }
        runDue();
    }

    private void attendTo() {
        if (attends(LINKS)) {
            sendsNothingJustNow();
        }
        awaitTurn();
        if (attends(TAKE_DOWN) && !leaving) {
            toldOfRestart = true;
            throwIfTakenDown();
        }
        if (attends(LINKS)) {
            outboxesClosed |= lookAtLinks();
        }
        if (attends(ADJUST) && !attends(RENEW)) {
            Renewal renewal = takeRenewal();
            if (renewal != null) {
                become(renewal);
            }
        }
        if (attends(FINISH) || attends(TOLD_TO_FINISH)) {
            clear(FINISH | TOLD_TO_FINISH);
            finished = true;
        }
    }

    /** Waits out a pause, and for the beat where it runs in slow motion. */
    private void awaitTurn() {
        throwIfStopped();
        while (attends(PAUSE) || (!mustLeave() && isHeldBack())) {
            restUntilItsTurn();
        }
    }

    /** Whether its box is to be left by an exception anyway. */
    private boolean mustLeave() {
        return attends(TAKE_DOWN) || attends(RENEW) || outboxesClosed || finished;
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
