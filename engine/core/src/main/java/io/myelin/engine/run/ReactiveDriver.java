package io.myelin.engine.run;

import io.myelin.engine.component.ComponentStoppedException;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlannedComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a reactive component its callbacks, one at a time and never while something it sent is held. One activation
 * gives a bounded number; under a tasklet or thread one follows the other, and a full inbox is waited for inside
 * {@code send} instead.
 */
final class ReactiveDriver extends RunningComponent {
    private static final String ERRORS = "errors";
    private static final long TURN_NANOS = 200_000;
    private static final int LARGEST_BATCH = 32;

    private enum Phase {
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
    private interface Call {
        void on(ReactiveComponent component) throws Exception;
    }

    private final InstanceMaker maker;
    private final Set<WiredInbox> endsTold = new HashSet<>(4);
    private final List<WiredInbox> dataInboxes;
    private @Nullable ReactiveComponent instance;
    private Phase phase = Phase.NEW;
    private ComponentStatus endStatus = ComponentStatus.FINISHED;
    private boolean endTold;
    private @Nullable Object inHand;
    private @Nullable WiredInbox inHandFrom;
    private @Nullable Call again;
    private @Nullable Object againItem;
    private long restartAt;
    private int nextInbox;

    /** Makes the instance that is driven. */
    interface InstanceMaker {
        /** A new one; throws what its constructor throws. */
        ReactiveComponent make(RunningComponent driver) throws Exception;
    }

    ReactiveDriver(PlannedComponent plan, RunningGraph run, InstanceMaker maker) {
        super(plan, run);
        this.maker = maker;
        this.dataInboxes = boxes.dataInboxes();
    }

    @Override
    Strand makeStrand(Scheduler scheduler) {
        return switch (plan.execution()) {
            case MICROPROCESS -> scheduler.microprocess(this::activate);
            case TASKLET, THREAD, PROCESS ->
                scheduler.thread(path(), plan.execution() == Execution.TASKLET, this::live);
        };
    }

    // ---- Activations

    private void activate() {
        if (phase == Phase.ENDED) {
            return;
        }
        if (advance()) {
            strand().wake();
            return;
        }
        serveSenders();
        strand().wakeAt(phase == Phase.ENDED ? Strand.NEVER : nextDeadline());
    }

    private void live() {
        while (phase != Phase.ENDED) {
            if (!advance() && phase != Phase.ENDED) {
                rest(nextDeadline());
            }
        }
    }

    private long nextDeadline() {
        if (phase == Phase.RESTARTING) {
            return restartAt;
        }
        return isHolding() || attends(PAUSE) ? Strand.NEVER : timers.next();
    }

    /** Does what there is to do, for a bounded time; true where there is more. */
    private boolean advance() {
        long turnEnd = 0;
        int left = TURN;
        int batch = 1;
        while (left > 0 && phase != Phase.ENDED) {
            if (attends(STOP) && endStatus != ComponentStatus.STOPPED) {
                stopNow();
            }
            if (attends(PAUSE) && phase != Phase.CLOSING) {
                return false;
            }
            if (isHolding()) {
                int flushed = flush(left);
                if (flushed < 0) {
                    return false;
                }
                left -= flushed;
                continue;
            }
            int done = step(Math.min(batch, left));
            strand().flushWakes();
            if (done == 0) {
                return false;
            }
            left -= done;
            batch = Math.min(batch << 1, LARGEST_BATCH);
            long now = nanoTime();
            if (turnEnd == 0) {
                turnEnd = now + TURN_NANOS;
            } else if (now - turnEnd > 0) {
                break;
            }
        }
        return phase != Phase.ENDED;
    }

    /** Sends on what is held; below 0 where there is no room, else roughly how much was sent. */
    private int flush(int left) {
        try {
            return switch (held.flush(left)) {
                case ALL_SENT -> 1;
                case TURN_OVER -> left;
                case NO_ROOM -> {
                    counters.status(ComponentStatus.BLOCKED);
                    yield -1;
                }
            };
        } catch (Throwable thrown) {
            failedOn(thrown, held.itemOfFailure());
            return 1;
        }
    }

    /** One thing, or at most {@code batch} messages; 0 where there is nothing to do. */
    private int step(int batch) {
        return switch (phase) {
            case NEW -> begin();
            case RESTARTING -> nanoTime() - restartAt >= 0 ? begin() : 0;
            case OPEN -> {
                int done = work(batch);
                if (done == 0) {
                    counters.status(ComponentStatus.WAITING);
                }
                yield done;
            }
            case CLOSING -> {
                phase = Phase.ENDED;
                end(endStatus);
                yield 1;
            }
            case ENDED -> 0;
        };
    }

    private int begin() {
        phase = Phase.OPEN;
        counters.status(ComponentStatus.WORKING);
        try {
            instance = maker.make(this);
        } catch (Throwable thrown) {
            failed(thrown, null, null);
            return 1;
        }
        call(component -> component.onStart(context), null);
        return 1;
    }

    // ---- What there is to do while open

    private int work(int batch) {
        int bits = attention();
        if (bits != 0 && attendTo(bits)) {
            return 1;
        }
        Call retried = again;
        if (retried != null) {
            again = null;
            Object item = againItem;
            againItem = null;
            call(retried, item);
            return 1;
        }
        Runnable due = takeDue();
        if (due != null) {
            counters.status(ComponentStatus.WORKING);
            call(component -> due.run(), null);
            return 1;
        }
        WiredInbox ready = nextReady();
        if (ready != null) {
            return drain(ready, batch);
        }
        return ends();
    }

    private boolean attendTo(int bits) {
        if ((bits & FINISH) != 0) {
            clear(FINISH);
            close(ComponentStatus.FINISHED);
            return true;
        }
        if ((bits & CONTROL) != 0) {
            clear(CONTROL);
            Object message = boxes.control().poll();
            if (message != null) {
                note(CONTROL);
                control(message);
                return true;
            }
        }
        if ((bits & LINKS) != 0) {
            clear(LINKS);
            if (outboxesJustClosed()) {
                call(component -> component.onOutboxesClosed(context), null);
                return true;
            }
        }
        return false;
    }

    private void control(Object message) {
        if (Status.isStop(message)) {
            return;
        }
        if (Status.isFinished(message) && !hasLinkedInbox()) {
            close(ComponentStatus.FINISHED);
            return;
        }
        call(component -> component.onControl(message), message);
    }

    private @Nullable WiredInbox nextReady() {
        int count = dataInboxes.size();
        for (int i = 0; i < count; i++) {
            int at = nextInbox + i;
            WiredInbox inbox = dataInboxes.get(at >= count ? at - count : at);
            if (inbox.size() > 0 && !inbox.isHeldBack()) {
                nextInbox = at + 1 >= count ? at + 1 - count : at + 1;
                return inbox;
            }
        }
        return null;
    }

    /** The way of a message: while nothing else wants attention, one callback after the other. */
    private int drain(WiredInbox inbox, int batch) {
        ReactiveComponent component = running();
        int most = dataInboxes.size() > 1 ? 1 : batch;
        int done = 0;
        counters.status(ComponentStatus.WORKING);
        inHandFrom = inbox;
        try {
            do {
                Object message = inbox.poll();
                if (message == null) {
                    break;
                }
                inHand = message;
                done++;
                component.onMessage(inbox, message);
            } while (done < most && attention() == 0 && held.isEmpty() && !inbox.isHeldBack());
            inHand = null;
        } catch (Throwable thrown) {
            Object item = inHand;
            inHand = null;
            failedOn(thrown, item);
        }
        return Math.max(done, 1);
    }

    private ReactiveComponent running() {
        ReactiveComponent component = instance;
        if (component == null) {
            throw new IllegalStateException("'" + path() + "' has no instance");
        }
        return component;
    }

    private int ends() {
        if (dataInboxes.isEmpty()) {
            return finishIfDone();
        }
        boolean linked = false;
        boolean open = false;
        for (WiredInbox inbox : dataInboxes) {
            if (!inbox.isLinked()) {
                continue;
            }
            linked = true;
            if (!inbox.isAtEnd() || inbox.isHeldBack()) {
                open = true;
            } else if (endsTold.add(inbox)) {
                call(component -> component.onInboxEnd(inbox), null);
                return 1;
            }
        }
        if (!linked || open) {
            return 0;
        }
        if (!endTold) {
            endTold = true;
            call(ReactiveComponent::onEnd, null);
            return 1;
        }
        return finishIfDone();
    }

    private int finishIfDone() {
        if (timers.isEmpty() && expectsNothing()) {
            close(ComponentStatus.FINISHED);
            return 1;
        }
        return 0;
    }

    // ---- Calls and their failures

    private void call(Call call, @Nullable Object item) {
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
    private void failedOn(Throwable thrown, @Nullable Object inHandThen) {
        Object item =
                thrown instanceof ItemException exception ? exception.item().orElse(inHandThen) : inHandThen;
        WiredInbox inbox = inHandFrom;
        if (item != null && isForErrors(thrown)) {
            DataRecord error = DataRecord.of("error", run.redact(FailureText.of(thrown)), "item", item);
            call(component -> boxes.outbox(ERRORS).send(error), item);
        } else if (inHandThen == null || inbox == null) {
            failed(thrown, item, null);
        } else {
            failed(thrown, item, component -> component.onMessage(inbox, inHandThen));
        }
    }

    private boolean isForErrors(Throwable thrown) {
        return thrown instanceof ItemException
                && phase == Phase.OPEN
                && boxes.hasOutbox(ERRORS)
                && boxes.outbox(ERRORS).isLinked();
    }

    private void failed(Throwable thrown, @Nullable Object item, @Nullable Call retry) {
        if (attends(STOP) && (thrown instanceof ComponentStoppedException || thrown instanceof InterruptedException)) {
            return;
        }
        boolean skippable = instance != null && phase == Phase.OPEN && retry != null;
        Supervision.Decision decision = super.failed(thrown, item, skippable);
        switch (decision.policy()) {
            case SKIP -> counters.skipped(item == null ? 0 : 1);
            case STOP -> close(ComponentStatus.FAILED);
            case STOP_GRAPH -> {
                run.stopAfterFailure();
                close(ComponentStatus.FAILED);
            }
            case RESTART -> {
                release();
                timers.clear();
                held.dropIterators();
                if (retry != null) {
                    again = retry;
                    againItem = item;
                }
                restartAt = nanoTime() + decision.backoffNanos();
                counters.restarted();
                counters.status(ComponentStatus.RESTARTING);
                phase = Phase.RESTARTING;
            }
        }
    }

    // ---- The end

    /** No more callbacks; when all that was sent has been delivered, it ends as {@code status}. */
    private void close(ComponentStatus status) {
        if (phase == Phase.CLOSING || phase == Phase.ENDED) {
            return;
        }
        timers.clear();
        if (status == ComponentStatus.FAILED) {
            held.dropIterators();
        }
        endStatus = status;
        phase = Phase.CLOSING;
        boolean released = release();
        if (status == ComponentStatus.FINISHED && released && boxes.signal().isLinked()) {
            sayOnSignal(Status.finished(path()));
        }
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
        Supervision.Decision decision = super.failed(thrown, null, false);
        if (phase == Phase.CLOSING && endStatus == ComponentStatus.FINISHED) {
            endStatus = ComponentStatus.FAILED;
        }
        if (decision.policy() == FailurePolicy.STOP_GRAPH) {
            run.stopAfterFailure();
        }
    }

    private void stopNow() {
        Object message = stopMessage();
        boolean failed = endStatus == ComponentStatus.FAILED;
        endStatus = ComponentStatus.STOPPED;
        phase = Phase.CLOSING;
        again = null;
        release();
        if (message != null) {
            passOnStop(message);
        }
        if (run.isStopping()) {
            // Everybody is stopped: nobody will make room.
            held.drop();
        }
        if (failed) {
            phase = Phase.ENDED;
            end(ComponentStatus.FAILED);
        }
    }

    @Override
    public boolean isReactive() {
        return true;
    }

    @Override
    @Nullable
    Object itemInHand() {
        return inHand;
    }

    @Override
    void stopAsked() {
        // Its callbacks return by themselves, or are interrupted when some of the grace has passed.
    }

    @Override
    void checkpoint() {
        if (strand().mayBlock()) {
            throwIfStopped();
        }
    }

    @Override
    public @Nullable Object receive(WiredInbox inbox) {
        throw new IllegalStateException(
                "'" + path() + "' is reactive: its messages come by onMessage, and it can't wait" + " for one on '"
                        + inbox.name() + "'");
    }
}
