package io.myelin.engine.run;

import io.myelin.engine.component.Execution;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlannedComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a reactive component its callbacks, one at a time and never while something it sent is held. One activation
 * gives a bounded number; under a tasklet or thread one follows the other, and a full inbox is waited for inside
 * {@code send} instead.
 */
final class ReactiveDriver extends DirectReceiver implements Activation {
    private static final long TURN_NANOS = 200_000;
    private static final int LARGEST_BATCH = 256;

    /** A batch that takes longer shows a component that is not to be trusted. */
    private static final long SLOW_NANOS = 100_000;

    /** After a batch that takes less, the next one may be twice as large. */
    private static final long BRISK_NANOS = 20_000;

    /** After a batch that takes less than this, one that is eight times as large is sure to be brisk. */
    private static final long VERY_BRISK_NANOS = BRISK_NANOS >> 3;

    /** How much may be done before the first look at the clock. */
    private static final int MOST_TRUSTED = 8;

    /** The same where that takes next to no time: no more than a batch in the midst of a turn may be anyway. */
    private static final int MOST_TRUSTED_IF_VERY_BRISK = 64;

    /** How far a component has to be trusted before it is called directly. */
    private static final int TRUSTED_ENOUGH = 4;

    /** So many messages it may have in a turn whoever waits: fewer are not worth one. */
    private static final int FEW = 16;

    /** How many turns one after the other are cut short for others: longer would cost more than it gains. */
    private static final int MOST_YIELDS = 4;

    /** How many messages it may have in a turn, where it has yielded in vain: more, and those who are busy never catch up. */
    private static final int TURN_BEFORE_BUSY = 256;

    /** How many activations of a trusted component may go by before one is measured from its beginning. */
    private static final int UNMEASURED_ACTIVATIONS = 16;

    private boolean endTold;

    /** Where to look first for the next message; of very many inboxes any will do. */
    private char nextInbox;

    /** How many messages it may be given before the clock is read: doubles with each quick batch, 1 after a slow one. */
    private byte trusted = 1;

    private byte unmeasured;

    /** How many turns one after the other it has cut short so that others can be called directly afterwards. */
    private byte yielded;

    ReactiveDriver(PlannedComponent plan, RunningGraph run, @Nullable Membership group) {
        super(plan, run, group);
    }

    @Override
    Strand makeStrand(Scheduler scheduler) {
        return switch (plan.execution()) {
            case MICROPROCESS -> scheduler.microprocess(this);
            case TASKLET, THREAD, PROCESS -> scheduler.thread(path(), plan.execution() == Execution.TASKLET, this);
        };
    }

    /** One activation; on a thread of its own all its life. Only for its strand. */
    @Override
    public void run() {
        try {
            if (strand().mayBlock()) {
                live();
            } else {
                activate();
            }
        } catch (Throwable thrown) {
            phase(Phase.ENDED);
            broke(thrown);
        }
    }

    // ---- Activations

    private void activate() {
        if (phase() == Phase.ENDED) {
            return;
        }
        beginsActivation();
        if (advance()) {
            strand().wake();
            return;
        }
        serveSenders();
        if (boxes().haveRing()) {
            strand().keepsStorage();
        }
        strand().wakeAt(phase() == Phase.ENDED ? Strand.NEVER : nextDeadline());
    }

    @Override
    public void giveBackStorage(Worker worker) {
        run.wiring().giveBackRings(boxes().dataInboxes(), worker);
    }

    private void live() {
        while (phase() != Phase.ENDED) {
            if (!advance() && phase() != Phase.ENDED) {
                rest(nextDeadline());
            }
        }
    }

    private long nextDeadline() {
        if (attends(PAUSE)) {
            // The resume wakes it; a time that has passed meanwhile would wake it again and again.
            return Strand.NEVER;
        }
        if (attends(SLOW) && beat() != Strand.NEVER) {
            return beat();
        }
        if (phase() == Phase.RESTARTING) {
            // Whatever it holds: others of its group may be waiting for it to begin before they make room.
            return restartAt();
        }
        return isHolding() ? Strand.NEVER : timers().next();
    }

    /**
     * Does what there is to do, for a bounded time; true where there is more. The clock is read once a batch; what the
     * component is trusted to do quickly is done before the first look at it, so that an activation for a few messages
     * does without.
     *
     * <p>What comes in meanwhile is for its next turn where others wait for theirs: of those who keep answering each
     * other, none may have the worker to itself.
     */
    private boolean advance() {
        boolean measured = trusted < MOST_TRUSTED || ++unmeasured >= UNMEASURED_ACTIVATIONS;
        long began = measured ? nanoTime() : 0;
        long turnEnd = began + TURN_NANOS;
        boolean timed = measured;
        int left = TURN;
        int batch = trusted;
        int untilLook = batch;
        int waited = Math.max(waiting(), FEW);
        while (left > 0 && phase() != Phase.ENDED) {
            int bits = attention();
            if (bits != 0 && isInterrupted(bits)) {
                return false;
            }
            if (waited <= 0 && strand().hasOthersToRun() && waiting() > 0) {
                yielded = 0;
                return true;
            }
            int most = Math.min(untilLook, waited > 0 ? Math.min(waited, left) : left);
            int done = isHolding() && !isDueToBegin() ? flush(most) : step(most);
            if (done == 0) {
                if (measured && untilLook < batch) {
                    judge(nanoTime() - began, batch);
                }
                yielded = 0;
                return false;
            }
            left -= done;
            untilLook -= done;
            waited -= done;
            if (untilLook <= 0) {
                long now = nanoTime();
                strand().flushWakes();
                if (!timed) {
                    timed = true;
                    turnEnd = now + TURN_NANOS;
                } else {
                    batch = judge(now - began, batch);
                    if (now - turnEnd > 0) {
                        break;
                    }
                }
                if (strand().shouldYield() && yieldsAfter(TURN - left)) {
                    return true;
                }
                began = now;
                untilLook = batch;
            }
        }
        yielded = 0;
        return phase() != Phase.ENDED;
    }

    /** Whether it lets those that it finds busy get on, so that it can call them directly; having had {@code messages}. */
    private boolean yieldsAfter(int messages) {
        if (yielded < MOST_YIELDS) {
            yielded++;
            return true;
        }
        if (messages >= TURN_BEFORE_BUSY) {
            yielded = 0;
            return true;
        }
        return false;
    }

    private void restartWithOthers() {
        if (attends(TAKE_DOWN)) {
            goDown();
        }
        if (attends(BEGIN_AGAIN)) {
            clear(BEGIN_AGAIN);
            restartAt(run.supervision().beginAt(this));
        }
    }

    @Override
    void beginsAnew() {
        boxes().dataInboxes().forEach(WiredInbox::forgetEnd);
        endTold = false;
    }

    /** What comes before everything else; true where nothing may be done meanwhile. */
    private boolean isInterrupted(int bits) {
        if ((bits & STOP) != 0 && endStatus() != ComponentStatus.STOPPED) {
            stopNow();
        }
        if ((bits & LINKS) != 0) {
            sendsNothingJustNow();
        }
        if ((bits & PAUSE) != 0 && phase() != Phase.CLOSING) {
            return true;
        }
        if ((bits & (TOLD_TO_FINISH | RENEW)) != 0) {
            held.dropIterators();
        }
        if ((bits & (ADJUST | RENEW)) == ADJUST) {
            renew();
        }
        if ((bits & (TAKE_DOWN | BEGIN_AGAIN)) != 0) {
            restartWithOthers();
        }
        return (bits & SLOW) != 0 && isHeldBack();
    }

    /** Takes note of how long a batch has taken; how large the next one may be. */
    private int judge(long nanos, int batch) {
        unmeasured = 0;
        if (nanos > SLOW_NANOS) {
            int smaller = Math.max(1, batch >> 2);
            trusted = (byte) Math.min(trusted, smaller);
            if (smaller == 1) {
                strand().distrustFused();
            }
            return smaller;
        }
        boolean veryBrisk = nanos < VERY_BRISK_NANOS;
        if (trusted < MOST_TRUSTED || veryBrisk && trusted < MOST_TRUSTED_IF_VERY_BRISK) {
            trusted = (byte) (trusted << 1);
        }
        int larger = veryBrisk ? batch << 3 : nanos < BRISK_NANOS ? batch << 1 : batch;
        return Math.min(larger, LARGEST_BATCH);
    }

    /** Sends on at most {@code most} of what is held; 0 where there is no room, else roughly how many were sent. */
    private int flush(int most) {
        try {
            return switch (held.flush(turn(most))) {
                case ALL_SENT -> 1;
                case TURN_OVER -> most;
                case NO_ROOM -> {
                    blocked();
                    yield 0;
                }
            };
        } catch (Throwable thrown) {
            failedOn(thrown, held.itemOfFailure());
            return 1;
        }
    }

    /** One thing, or at most {@code batch} messages; 0 where there is nothing to do. */
    private int step(int batch) {
        if (attends(RENEW) && phase() != Phase.CLOSING && phase() != Phase.ENDED) {
            endTold = false;
            renew();
        }
        return switch (phase()) {
            case NEW -> begin();
            case RESTARTING -> isDueToBegin() ? begin() : 0;
            case OPEN -> {
                int done = work(batch);
                if (done == 0) {
                    status(ComponentStatus.WAITING);
                }
                yield done;
            }
            case CLOSING -> {
                closed();
                yield 1;
            }
            case ENDED -> 0;
        };
    }

    // ---- What there is to do while open

    private int work(int batch) {
        int bits = attention();
        if (bits != 0 && attendTo(bits)) {
            return 1;
        }
        if (retry()) {
            return 1;
        }
        Runnable due = takeDue();
        if (due != null) {
            status(ComponentStatus.WORKING);
            callDue(due);
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
            Object message = boxes().control().poll();
            if (message != null) {
                note(CONTROL);
                control(message);
                return true;
            }
        }
        if ((bits & LINKS) != 0) {
            if (running() instanceof ProcessStandIn process) {
                process.linksChanged();
            }
            if (lookAtLinks()) {
                call(component -> component.onOutboxesClosed(context()), null);
                return true;
            }
        }
        return false;
    }

    private void control(Object message) {
        if (Status.isStop(message)) {
            return;
        }
        if (Status.isFinished(message) && !boxes().haveLinkedInbox() && !(running() instanceof ProcessStandIn)) {
            close(ComponentStatus.FINISHED);
            return;
        }
        call(component -> component.onControl(message), message);
    }

    /** How many messages wait for it; of one that has no inbox or something to send on first, as many as there may be. */
    private int waiting() {
        Few<WiredInbox> dataInboxes = boxes().data();
        int count = dataInboxes.count();
        if (count == 0 || isHolding()) {
            return TURN;
        }
        int messages = 0;
        for (int i = 0; i < count; i++) {
            messages += dataInboxes.at(i).size();
        }
        return messages;
    }

    private @Nullable WiredInbox nextReady() {
        Few<WiredInbox> dataInboxes = boxes().data();
        int count = dataInboxes.count();
        int first = nextInbox < count ? nextInbox : 0;
        for (int i = 0; i < count; i++) {
            int at = first + i;
            WiredInbox inbox = dataInboxes.at(at >= count ? at - count : at);
            if (inbox.size() > 0 && !inbox.isHeldBack()) {
                nextInbox = (char) (at + 1 >= count ? at + 1 - count : at + 1);
                return inbox;
            }
        }
        return null;
    }

    /** The way of a message: while nothing else wants attention, one callback after the other. */
    private int drain(WiredInbox inbox, int batch) {
        ReactiveComponent component = running();
        int most = boxes().data().count() > 1 ? 1 : batch;
        int done = 0;
        status(ComponentStatus.WORKING);
        if (inHandFrom != inbox) {
            inHandFrom = inbox;
        }
        takesOn();
        Object message = null;
        try {
            do {
                message = inbox.poll();
                if (message == null) {
                    break;
                }
                if (mayBlock()) {
                    inHand = message;
                }
                done++;
                component.onMessage(inbox, message);
            } while (done < most && attention() == 0 && !isBusyOtherwise());
            inHand = null;
            attribute(message);
        } catch (Throwable thrown) {
            inHand = null;
            attribute(message);
            failedOn(thrown, message);
        }
        return Math.max(done, 1);
    }

    @Override
    boolean isKnownToBeQuick() {
        return trusted >= TRUSTED_ENOUGH;
    }

    @Override
    void hasToShowAnew() {
        trusted = 1;
    }

    @Override
    @Nullable
    WiredInbox onlyInbox() {
        Few<WiredInbox> dataInboxes = boxes().data();
        return dataInboxes.count() == 1 ? dataInboxes.at(0) : null;
    }

    private int ends() {
        List<WiredInbox> dataInboxes = boxes().dataInboxes();
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
            } else if (inbox.tellEnd()) {
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
        if (timers().isEmpty() && expectsNothing()) {
            close(ComponentStatus.FINISHED);
            return 1;
        }
        return 0;
    }

    @Override
    void boxesChanged() {
        nextInbox = 0;
        boxes().dataInboxes().forEach(WiredInbox::forgetEnd);
        // Whatever it is in the midst of, it looks round before the next message.
        note(LINKS);
    }

    @Override
    void renewalAsked() {
        // Its callbacks return by themselves.
    }

    @Override
    public boolean isReactive() {
        return true;
    }

    @Override
    void stopAsked() {
        // Its callbacks return by themselves, or are interrupted when some of the grace has passed.
    }

    @Override
    void takeDownAsked() {
        // As for a stop.
    }

    @Override
    void checkpoint() {
        if (!strand().mayBlock() || attention() == 0) {
            return;
        }
        throwIfStopped();
        if (attends(LINKS)) {
            sendsNothingJustNow();
        }
        while (attends(PAUSE) || isHeldBack()) {
            restUntilItsTurn();
            if (phase() == Phase.OPEN) {
                throwIfTakenDown();
            }
        }
        if (phase() == Phase.OPEN) {
            throwIfTakenDown();
        }
        if ((attends(TOLD_TO_FINISH) || attends(RENEW)) && !held.isFlushing()) {
            held.dropIterators();
        }
    }

    @Override
    void nobodyLeftToSendTo() {
        // It is told by onOutboxesClosed; its callbacks are not interrupted.
    }

    @Override
    public @Nullable Object receive(WiredInbox inbox) {
        throw new IllegalStateException(
                "'" + path() + "' is reactive: its messages come by onMessage, and it can't wait" + " for one on '"
                        + inbox.name() + "'");
    }
}
