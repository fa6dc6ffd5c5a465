package io.myelin.engine.run;

import io.myelin.engine.component.ComponentStoppedException;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlannedComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lives of a reactive component: its instances one after the other, what their failures do, and the end. When a
 * callback is due is its driver's to say.
 */
abstract class ReactiveLife extends RunningComponent {
    private static final String ERRORS = "errors";

    enum Phase {
        /** No instance yet. */
        NEW,
        /** Gets its callbacks. */
        OPEN,
        /** Waits for its next instance. */
        RESTARTING,
        /** Has had its last callback; what it sent is still to be delivered. */
        CLOSING,
        /** Has ended. */
        ENDED
    }

    /** One call of the component, and what it is about. */
    interface Call {
        void on(ReactiveComponent component) throws Exception;
    }

    /** Makes the instance that is driven. */
    interface InstanceMaker {
        /** A new one; throws what its constructor throws. */
        ReactiveComponent make(RunningComponent driver) throws Exception;
    }

    /** The next instance: when it is due, and what it is given again because the one before failed on it. */
    record Restart(long at, @Nullable Call again, @Nullable Object item) {}

    private @Nullable ReactiveComponent instance;

    private static final Phase[] PHASES = Phase.values();
    private static final ComponentStatus[] STATUSES = ComponentStatus.values();

    /** By its place in {@link #PHASES}, so that it takes a byte. */
    private byte phase;

    /** As what it ends, by its place in {@link #STATUSES}. */
    private byte endStatus = (byte) ComponentStatus.FINISHED.ordinal();

    private boolean saysFinished;

    /** The message being handled, and where it came in. */
    @Nullable
    Object inHand;

    @Nullable
    WiredInbox inHandFrom;

    ReactiveLife(PlannedComponent plan, RunningGraph run, @Nullable Membership group) {
        super(plan, run, group);
    }

    final Phase phase() {
        return PHASES[phase];
    }

    final void phase(Phase now) {
        phase = (byte) now.ordinal();
    }

    final ComponentStatus endStatus() {
        return STATUSES[endStatus];
    }

    private void endStatus(ComponentStatus now) {
        endStatus = (byte) now.ordinal();
    }

    final int begin() {
        phase(Phase.OPEN);
        status(ComponentStatus.WORKING);
        try {
            instance = Topology.maker(plan).make(this);
        } catch (Throwable thrown) {
            run.supervision().hasBegun(this);
            failed(thrown, null, null);
            return 1;
        }
        run.supervision().hasBegun(this);
        try {
            running().onStart(context());
        } catch (Throwable thrown) {
            // The next instance is started anyway, and one that has not started can't go on: nothing to give again.
            failedOn(thrown, null);
        }
        return 1;
    }

    private @Nullable Restart restart() {
        RareState made = rareStateIfAny();
        return made == null ? null : made.restart();
    }

    private void forgetRestart() {
        RareState made = rareStateIfAny();
        if (made != null) {
            made.restart(null);
        }
    }

    /** When the next instance is due, after a failure. */
    final long restartAt() {
        Restart due = restart();
        return due == null ? Strand.NEVER : due.at();
    }

    /** Whether {@code component} is the very instance that gets the callbacks now. */
    @SuppressWarnings("ReferenceEquality")
    final boolean isRunning(ReactiveComponent component) {
        return instance == component;
    }

    /** Ends the life of the instance, if there is one, and begins another as what it has become. */
    final void renew() {
        Renewal renewal = takeRenewal();
        if (renewal == null) {
            return;
        }
        if (renewal.restarts()) {
            release();
            timers().clear();
            held.dropIterators();
            phase(Phase.NEW);
        }
        become(renewal);
    }

    final ReactiveComponent running() {
        ReactiveComponent component = instance;
        if (component == null) {
            throw new IllegalStateException("'" + path() + "' has no instance");
        }
        return component;
    }

    /** Gives the new instance again what the one before failed on; false where there is nothing such. */
    final boolean retry() {
        Restart due = restart();
        if (due == null) {
            return false;
        }
        forgetRestart();
        Call again = due.again();
        if (again == null) {
            return false;
        }
        call(again, due.item());
        return true;
    }

    @Override
    final @Nullable Object itemInHand() {
        return inHand;
    }

    // ---- Calls and their failures

    /** A timer or task that is due; it is its instance's own, and not given again to the next one. */
    final void callDue(Runnable due) {
        try {
            due.run();
        } catch (Throwable thrown) {
            if (thrown instanceof ProcessFailure failure) {
                failed(thrown, failure.item().orElse(null), null, failure.mayGoOn());
                return;
            }
            Optional<Object> about = thrown instanceof ItemException exception ? exception.item() : Optional.empty();
            if (about.isPresent() && isForErrors(thrown)) {
                failedOn(thrown, null);
            } else {
                failed(thrown, about.orElse(null), null, true);
            }
        }
    }

    final void call(Call call, @Nullable Object item) {
        ReactiveComponent component = instance;
        if (component == null) {
            return;
        }
        try {
            call.on(component);
        } catch (Throwable thrown) {
            Optional<Object> about = thrown instanceof ItemException exception ? exception.item() : Optional.empty();
            if (about.isPresent() && isForErrors(thrown)) {
                failedOn(thrown, null);
            } else {
                failed(thrown, about.orElse(item), call);
            }
        }
    }

    /** A failure about a message, or about none where none was in hand. */
    final void failedOn(Throwable thrown, @Nullable Object inHandThen) {
        Object item =
                thrown instanceof ItemException exception ? exception.item().orElse(inHandThen) : inHandThen;
        WiredInbox inbox = inHandFrom;
        if (item != null && isForErrors(thrown)) {
            DataRecord error = DataRecord.of("error", run.redact(FailureText.of(thrown)), "item", item);
            call(component -> boxes().outbox(ERRORS).send(error), item);
        } else if (inHandThen == null || inbox == null) {
            failed(thrown, item, null);
        } else {
            failed(thrown, item, component -> component.onMessage(inbox, inHandThen));
        }
    }

    private boolean isForErrors(Throwable thrown) {
        return thrown instanceof ItemException
                && phase() == Phase.OPEN
                && boxes().hasOutbox(ERRORS)
                && boxes().outbox(ERRORS).isLinked();
    }

    private void failed(Throwable thrown, @Nullable Object item, @Nullable Call retry) {
        failed(thrown, item, retry, retry != null);
    }

    private void failed(Throwable thrown, @Nullable Object item, @Nullable Call retry, boolean mayGoOn) {
        if (attends(STOP) && (thrown instanceof ComponentStoppedException || thrown instanceof InterruptedException)) {
            return;
        }
        if (attends(TAKE_DOWN) && Interruption.isBehind(thrown)) {
            keepForNext(retry, item);
            return;
        }
        boolean skippable = instance != null && phase() == Phase.OPEN && mayGoOn;
        Supervision.Decision decision = super.failed(thrown, item, skippable);
        switch (decision.policy()) {
            case SKIP -> skipped(item == null ? 0 : 1);
            case STOP -> close(ComponentStatus.FAILED);
            case STOP_GRAPH -> {
                run.stopAfterFailure();
                close(ComponentStatus.FAILED);
            }
            case RESTART -> {
                keepForNext(retry, item);
                letGo(decision.restartAt(nanoTime()));
            }
        }
        run.supervision().followUp(decision, this);
    }

    private void keepForNext(@Nullable Call retry, @Nullable Object item) {
        if (retry != null) {
            rareState().restart(new Restart(restartAt(), retry, item));
        }
    }

    /** Sets when the next instance is due; {@link Strand#NEVER}: not until this is said again. */
    final void restartAt(long at) {
        Restart before = restart();
        rareState()
                .restart(before == null ? new Restart(at, null, null) : new Restart(at, before.again(), before.item()));
    }

    /** Lets go of the instance; the next one begins at {@code nextAt}. The message that was being sent on from, if any. */
    private @Nullable Object letGo(long nextAt) {
        phase(Phase.RESTARTING);
        restartAt(nextAt);
        release();
        timers().clear();
        Object unfinished = held.dropIterators();
        restarted();
        status(ComponentStatus.RESTARTING);
        return unfinished;
    }

    /**
     * Lets go of the instance since its supervisor restarts it with others. What it had sent stays sent; a message that
     * it was not through with is given to the next one again.
     */
    final void goDown() {
        clear(TAKE_DOWN);
        if (phase() == Phase.OPEN && attends(FINISH)) {
            close(ComponentStatus.FINISHED);
        }
        switch (phase()) {
            case NEW, RESTARTING -> {
                phase(Phase.RESTARTING);
                restartAt(Strand.NEVER);
                run.supervision().isDown(this);
            }
            case OPEN -> {
                Object unfinished = letGo(Strand.NEVER);
                WiredInbox inbox = inHandFrom;
                if (unfinished != null && inbox != null && !isOwedACall()) {
                    keepForNext(component -> component.onMessage(inbox, unfinished), unfinished);
                }
                beginsAnew();
                run.supervision().isDown(this);
            }
            case CLOSING, ENDED -> run.supervision().hasEnded(this);
        }
    }

    private boolean isOwedACall() {
        Restart owed = restart();
        return owed != null && owed.again() != null;
    }

    /** The next instance has been told of nothing yet. */
    abstract void beginsAnew();

    /** Whether the next instance is to begin now. */
    final boolean isDueToBegin() {
        return phase() == Phase.RESTARTING && restartAt() != Strand.NEVER && nanoTime() - restartAt() >= 0;
    }

    // ---- The end

    /** No more callbacks; when all that was sent has been delivered, it ends as {@code status}. */
    final void close(ComponentStatus status) {
        if (phase() == Phase.CLOSING || phase() == Phase.ENDED) {
            return;
        }
        timers().clear();
        if (status == ComponentStatus.FAILED) {
            held.dropIterators();
        }
        endStatus(status);
        phase(Phase.CLOSING);
        boolean released = release();
        saysFinished = status == ComponentStatus.FINISHED && released;
    }

    /** What closing comes to when all that was sent has been delivered; nothing comes between its last word and its end. */
    final void closed() {
        if (saysFinished) {
            saysFinished = false;
            if (boxes().isSignalLinked()) {
                sayOnSignal(Status.finished(path()));
                if (isHolding()) {
                    return;
                }
            }
        }
        phase(Phase.ENDED);
        end(endStatus());
    }

    /** Gives the instance its very last call; false where that failed. */
    private boolean release() {
        ReactiveComponent leaving = instance;
        instance = null;
        if (leaving == null) {
            return true;
        }
        try {
            leaving.onStop();
            return true;
        } catch (Throwable thrown) {
            stopFailed(thrown);
            return false;
        }
    }

    private void stopFailed(Throwable thrown) {
        FailurePolicy policy = afterItsEnd();
        recordFailure(thrown, null, policy, "");
        if (phase() == Phase.CLOSING && endStatus() == ComponentStatus.FINISHED) {
            endStatus(ComponentStatus.FAILED);
        }
        if (policy == FailurePolicy.STOP_GRAPH) {
            run.stopAfterFailure();
        }
    }

    /** What a failure in its very last call does: there is nothing to skip, and nothing to restart for. */
    private FailurePolicy afterItsEnd() {
        if (phase() == Phase.RESTARTING) {
            return FailurePolicy.RESTART;
        }
        return switch (Supervision.firstPolicy(this)) {
            case STOP, RESTART -> FailurePolicy.STOP;
            case SKIP, STOP_GRAPH -> FailurePolicy.STOP_GRAPH;
        };
    }

    final void stopNow() {
        Object message = stopMessage();
        boolean failed = endStatus() == ComponentStatus.FAILED;
        endStatus(ComponentStatus.STOPPED);
        saysFinished = false;
        phase(Phase.CLOSING);
        forgetRestart();
        release();
        if (message != null) {
            passOnStop(message);
        }
        if (run.isStopping()) {
            // Everybody is stopped: nobody will make room.
            held.drop();
        }
        if (failed) {
            phase(Phase.ENDED);
            end(ComponentStatus.FAILED);
        }
    }
}
