package io.myelin.engine.run;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.component.ComponentStoppedException;
import io.myelin.engine.component.Fragment;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlannedComponent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One component of a run: its boxes, what it holds, what it becomes, its end. The two styles are its subclasses.
 *
 * <p>Everything belongs to the thread of its strand, but for what is volatile or said to be for any thread.
 */
abstract class RunningComponent extends WaitingComponent {
    private static final VarHandle ENDED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            ENDED = lookup.findVarHandle(RunningComponent.class, "ended", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** What it holds: to look at and to flush; to add to it, take {@link #toHold}. */
    HeldMessages held = HeldMessages.NONE;

    private volatile boolean ended;
    private boolean toldOfClosedOutboxes;
    private volatile boolean outboxesClosedSeen;

    RunningComponent(PlannedComponent plan, RunningGraph run, @Nullable Membership group) {
        super(plan, run);
        if (group != null) {
            watchEnd(group);
        }
    }

    // ---- What others tell it; any thread

    @Override
    public final boolean maySend() {
        return !ended;
    }

    @Override
    public final void outOfBand(Object message) {
        if (Status.isStop(message)) {
            requestStop(message);
        } else if (Status.isFinished(message) && !boxes().haveLinkedInbox()) {
            // Not only as a message: one that always has something to send would never come to read it.
            attend(TOLD_TO_FINISH);
        }
        attend(CONTROL);
    }

    @Override
    public final void linksChanged() {
        attend(LINKS);
        boolean before = outboxesClosedSeen;
        outboxesClosedSeen = boxes().haveClosedOutboxesOnly();
        if (outboxesClosedSeen && !before) {
            nobodyLeftToSendTo();
        }
    }

    /** Every linked data outbox has been closed from the other side; any thread, once or a little more often. */
    abstract void nobodyLeftToSendTo();

    /** A hard stop; the first one counts. */
    final void requestStop(Object message) {
        if (!attends(STOP) && !message.equals(run.stopMessage())) {
            rareState().stopMessage(message);
        }
        attend(STOP);
        stopAsked();
    }

    /** A hard stop has been asked for; any thread. */
    abstract void stopAsked();

    /** Its supervisor restarts it with others: it is to let go of its instance. Any thread. */
    final void takeDown() {
        attend(TAKE_DOWN);
        takeDownAsked();
    }

    /** It is to let go of its instance; any thread. */
    abstract void takeDownAsked();

    /** Its supervisor lets it begin again, at {@link Supervision#beginAt}. Any thread. */
    final void beginAgain() {
        attend(BEGIN_AGAIN);
    }

    @Override
    final boolean hasEnded() {
        return ended;
    }

    /** Whether it would have got further if it were not for slow motion; any thread. */
    final boolean isSlowedDown() {
        return attends(SLOW) && (beat() != Strand.NEVER || status() == ComponentStatus.BLOCKED);
    }

    // ---- For its own thread

    /** What asked it to stop, alone or with all the others; null where nothing did. */
    final @Nullable Object stopMessage() {
        RareState made = rareStateIfAny();
        Object own = made == null ? null : made.stopMessage();
        return own == null && attends(STOP) ? run.stopMessage() : own;
    }

    /** What its component sees of the run: made anew each time, since few keep it. */
    final RunContext context() {
        return new RunContext(this);
    }

    /** What it holds, to add to. */
    private HeldMessages toHold() {
        HeldMessages holding = held;
        if (holding == HeldMessages.NONE) {
            holding = new HeldMessages();
            held = holding;
        }
        return holding;
    }

    // ---- Its boxes and its children come and go

    final WiredInbox addInbox(String name) {
        WiredInbox added = insertInbox(name, InboxLimit.DEFAULT);
        boxesChanged();
        run.topology().changed();
        return added;
    }

    final WiredOutbox addOutbox(String name) {
        WiredOutbox added = insertOutbox(name);
        run.topology().changed();
        return added;
    }

    final int deleteInbox(String name) {
        WiredInbox inbox = boxes().inbox(name);
        boxes().remove(inbox);
        boxesChanged();
        run.wiring().detach(inbox);
        inbox.close();
        int unread = inbox.size();
        skipped(unread);
        run.topology().changed();
        return unread;
    }

    final void deleteOutbox(String name) {
        WiredOutbox outbox = boxes().outbox(name);
        boxes().remove(outbox);
        run.wiring().detach(outbox);
        run.topology().changed();
    }

    /** It is to become something else at the next place where it is in the midst of nothing. Any thread. */
    final void renew(Renewal renewal) {
        rareState().renewal(renewal);
        attend(renewal.restarts() ? RENEW : ADJUST);
        if (renewal.restarts()) {
            renewalAsked();
        }
    }

    /** It has been asked to start anew; any thread. */
    abstract void renewalAsked();

    /** It has ended: it becomes nothing else any more. Any thread. */
    final void dropRenewal() {
        RareState made = rareStateIfAny();
        Renewal left = made == null ? null : made.takeRenewal();
        if (left != null) {
            left.done().accept(this, false);
        }
    }

    /** Is something else from now on, but for its instance. By its own thread. */
    final void become(Renewal renewal) {
        plan = renewal.plan();
        for (WiredInbox inbox : renewal.inboxesGone()) {
            boxes().remove(inbox);
            run.wiring().detach(inbox);
            inbox.close();
        }
        for (WiredOutbox outbox : renewal.outboxesGone()) {
            boxes().remove(outbox);
            run.wiring().detach(outbox);
        }
        boxes().dataInboxes().forEach(inbox -> run.wiring().limit(inbox, plan.limit(inbox.name())));
        if (renewal.restarts()) {
            toldOfClosedOutboxes = false;
            expected().forEach(ExpectedWork::done);
            boxesChanged();
        }
        run.topology().changed();
        renewal.done().accept(this, true);
    }

    /** Takes what it is to become, or null. By its own thread. */
    final @Nullable Renewal takeRenewal() {
        clear(RENEW | ADJUST);
        return rareState().takeRenewal();
    }

    /** From now on {@code membership} hears of its end, unless it has come already. */
    final void watchEnd(Membership membership) {
        rareState().membership(membership);
    }

    /** It is taken out of the graph and has nothing to do first: it finishes. Any thread. */
    final void tellToFinish() {
        run.enter();
        try {
            attend(TOLD_TO_FINISH | FINISH);
            nobodyLeftToSendTo();
        } finally {
            run.leave();
        }
    }

    /** Its data inboxes are not those any more that they were. */
    abstract void boxesChanged();

    final Child child(String name, Fragment fragment, Consumer<? super ChildEnd> whenEnded) {
        return rareState().children(this).make(name, fragment, whenEnded);
    }

    /** Its links have changed; true where everything that it sends to has just been closed from the other side. */
    final boolean lookAtLinks() {
        clear(LINKS);
        noticeChanges();
        return outboxesJustClosed();
    }

    /** It is not in the midst of sending just now: who waits only for that may go on. */
    final void sendsNothingJustNow() {
        run.wiring().notice(boxes().madeOutboxes());
    }

    /** It is not in the midst of sending just now: whatever waited for that may go on. */
    private void noticeChanges() {
        sendsNothingJustNow();
        for (WiredOutbox outbox : boxes().madeOutboxes()) {
            for (Route route : outbox.routes()) {
                route.catchUp();
            }
        }
    }

    @Override
    public final void beforeSend(WiredOutbox outbox, Object message) {
        if (!justSends()) {
            seeToBeforeSending(outbox, message);
        }
    }

    private void seeToBeforeSending(WiredOutbox outbox, Object message) {
        if (checksMessages()) {
            run.checkMessage(outbox, message);
        }
        if (mayBlock()) {
            checkpoint();
        }
    }

    /** Before a box is used: where it may wait it waits out a pause, and ends where it has to. */
    abstract void checkpoint();

    @Override
    public final boolean isHolding() {
        return !held.isEmpty();
    }

    @Override
    public final void hold(WiredOutbox outbox, Object message, Route[] routes, int from) {
        toHold().add(outbox, message, routes, from);
        holdsMore();
    }

    @Override
    public final void holdAll(WiredOutbox outbox, Iterator<?> messages) {
        boolean allSent = false;
        try {
            allSent = !mayBlock() && attention() == 0 && !isHolding() && HeldMessages.sendAtOnce(outbox, messages);
        } catch (InboxFullException full) {
            // One message was too many; those behind it are sent all the same.
            holdRest(outbox, messages);
            throw full;
        }
        if (!allSent) {
            holdRest(outbox, messages);
        }
    }

    private void holdRest(WiredOutbox outbox, Iterator<?> messages) {
        toHold().addAll(outbox, messages, itemInHand());
        holdsMore();
    }

    private void holdsMore() {
        wantsNothingNew();
        if (mayBlock() && !held.isFlushing()) {
            awaitRoom();
        }
    }

    /** Something has come up that has to be looked at before it is given another message. Only by its own thread. */
    void wantsNothingNew() {
        // It is looked at anyway, unless it is called by others.
    }

    /** The message that the component is handling just now, or null. */
    abstract @Nullable Object itemInHand();

    /** How many messages are sent on from what is held before others have their turn. */
    static final int TURN = 1024;

    /** Waits until all that is held has been sent. */
    final void awaitRoom() {
        while (true) {
            checkpoint();
            switch (held.flush(turn(TURN))) {
                case ALL_SENT -> {
                    status(ComponentStatus.WORKING);
                    return;
                }
                case NO_ROOM -> {
                    blocked();
                    rest(Strand.NEVER);
                    status(ComponentStatus.WORKING);
                }
                case TURN_OVER -> {}
            }
        }
    }

    /** It can do nothing until there is room for what it has sent. */
    final void blocked() {
        status(ComponentStatus.BLOCKED);
        run.deadlocks().somebodyIsBlocked();
    }

    /** The inboxes on which a message would set it going, while it waits for one. Any thread. */
    List<WiredInbox> awaitedInboxes() {
        return boxes().dataInboxes().stream()
                .filter(inbox -> inbox.isLinked() && !inbox.isAtEnd() && !inbox.isHeldBack())
                .toList();
    }

    /** Waits for a wake; before that, senders that wait for room in its inboxes get theirs. */
    final void rest(long deadline) {
        strand().flushWakes();
        serveSenders();
        strand().await(deadline);
    }

    /** Rests while it is paused, or until its beat where slow motion holds its next step back; throws where it is stopped. */
    final void restUntilItsTurn() {
        rest(attends(PAUSE) ? Strand.NEVER : beat());
        throwIfStopped();
    }

    final void serveSenders() {
        VarHandle.fullFence();
        serveSendersOfAll();
    }

    /** Whether every linked data outbox has been closed from the other side; true once. */
    private boolean outboxesJustClosed() {
        if (toldOfClosedOutboxes) {
            return false;
        }
        toldOfClosedOutboxes = boxes().haveClosedOutboxesOnly();
        return toldOfClosedOutboxes;
    }

    /** Records a failure and says it on {@code signal}; what it does is then the caller's part. */
    final Supervision.Decision failed(Throwable thrown, @Nullable Object item, boolean skippable) {
        Supervision.Decision decision = run.supervision().decide(this, nanoTime(), skippable);
        recordFailure(thrown, item, decision.policy(), decision.remark());
        return decision;
    }

    /** Records a failure about which there is nothing more to decide. */
    final void recordFailure(Throwable thrown, @Nullable Object item, FailurePolicy policy, String remark) {
        String what = FailureText.of(thrown);
        String text = run.redact(remark.isEmpty() ? what : what + (what.endsWith(".") ? " " : ". ") + remark);
        ComponentFailure failure = new ComponentFailure(path(), text, Optional.ofNullable(item), thrown, policy);
        failed(failure);
        run.failed(failure);
        if (boxes().isSignalLinked()) {
            sayOnSignal(Status.failed(path(), text));
        }
    }

    final void sayOnSignal(Object status) {
        Route[] targets = boxes().signal().routes();
        int next = !isHolding() ? boxes().signal().deliver(targets, 0, status) : 0;
        if (next < targets.length) {
            toHold().add(boxes().signal(), status, targets, next);
            wantsNothingNew();
        }
    }

    /** A hard stop: lets go what is held and passes the stop on. */
    final void passOnStop(Object message) {
        held.drop();
        timers().clear();
        boxes().dropControl(message);
        if (boxes().isSignalLinked()) {
            sayOnSignal(message);
        }
    }

    /** Its end: closes its links behind its last message, its inboxes before the next one, and reports. */
    final void end(ComponentStatus as) {
        held.drop();
        timers().clear();
        for (ExpectedWork work : expected()) {
            work.done();
        }
        noticeChanges();
        closeLinks(as);
    }

    private void closeLinks(ComponentStatus as) {
        if (ENDED.compareAndSet(this, false, true)) {
            // Once more, since nobody asks it any more from here on.
            sendsNothingJustNow();
            RareState made = rareStateIfAny();
            if (made != null) {
                made.stopChildren();
            }
            Membership member = made == null ? null : made.membership();
            if (member != null) {
                member.leaves(this);
            }
            // Cut off by a stop, a stream has no end of its own: its receivers must not take it for a whole one.
            if (run.isStopping()) {
                boxes().closeInboxes(run.wiring());
            } else {
                boxes().close(run.wiring(), as != ComponentStatus.FINISHED || boxes().haveEndedCutOff());
            }
            status(as);
            run.supervision().hasEnded(this);
            if (member != null) {
                member.hasLeft(this, as);
            }
            dropRenewal();
            run.componentEnded();
        }
    }

    /** After a stop: interrupts its thread where that is still busy with the component's code. Any thread. */
    final void interruptIfRunning() {
        if (!hasEnded()) {
            strand().interrupt();
        }
    }

    /** After a stop and its grace: whether its code holds its thread and does not return. Any thread. */
    final boolean isStuck() {
        return !hasEnded() && (isCalledDirectly() || strand().isRunning());
    }

    /** Whether it is being called on its sender's stack, by the sender's thread. Any thread. */
    boolean isCalledDirectly() {
        return false;
    }

    /** It has not let go of its instance within the grace, and can't be started again beside it. Any thread. */
    final void wasNotRestarted(Duration grace) {
        isStuck("It did not return within " + grace.toMillis() + " ms of being restarted with others.");
        run.stopAfterFailure();
    }

    /** Gives it up: its thread is left behind, its links are closed in its place. Any thread. */
    final void giveUp(Duration grace) {
        isStuck("It did not end within " + grace.toMillis() + " ms of being stopped and was given up.");
        strand().abandon();
        closeLinks(ComponentStatus.STOPPED);
    }

    /** Says so, with where its thread stands. */
    private void isStuck(String what) {
        IllegalStateException stuck = new IllegalStateException("it did not return");
        stuck.setStackTrace(strand().stackTrace());
        fatal(what, stuck);
    }

    private void fatal(String what, Throwable thrown) {
        ComponentFailure failure =
                new ComponentFailure(path(), what, Optional.empty(), thrown, FailurePolicy.STOP_GRAPH);
        failed(failure);
        run.failed(failure);
    }

    /**
     * The last resort, where even saying what had failed has failed: it ends at once, and the run with it, rather than
     * leaving everybody waiting for it.
     */
    final void broke(Throwable thrown) {
        fatal(FailureText.of(thrown), thrown);
        run.stopAfterFailure();
        closeLinks(ComponentStatus.FAILED);
    }

    /** Throws where its supervisor restarts it. */
    final void throwIfTakenDown() {
        if (attends(TAKE_DOWN)) {
            throw new ComponentStoppedException("'" + path() + "' is restarted");
        }
    }

    /** Throws where a hard stop has been asked for. */
    final void throwIfStopped() {
        if (attends(STOP)) {
            throw new ComponentStoppedException("'" + path() + "' was stopped");
        }
    }
}
