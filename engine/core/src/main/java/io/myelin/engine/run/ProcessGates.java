package io.myelin.engine.run;

import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.message.Status;
import io.myelin.engine.message.UnportableMessageException;
import io.myelin.engine.process.FrameSender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * In a child process: what stands for the rest of the graph around the component. An outbox for each of its inboxes,
 * which sends what the parent gives; an inbox for each of its outboxes, which holds a message as long as the parent has
 * not given credit for it. What the component sends is written to a frame as it sends it, on its own thread, and at the end
 * of each frame stands how much it has taken by then: so every frame leaves the parent with a state in which the
 * component once was.
 *
 * <p>The thread that hears the parent uses it, but for what is said to be another's.
 */
final class ProcessGates {
    private static final long PUBLISHED_EVERY_NANOS = 50_000_000;

    private final RunningGraph run;
    private final RunningComponent component;
    private final FrameSender sender;
    private final List<WiredInbox> inboxes;
    private final List<WiredOutbox> outboxes;
    private final WiredOutbox control;
    private final List<WiredOutbox> feeders = new ArrayList<>();
    private final @Nullable WiredLink[] feeding;
    private final List<Gate> gates = new ArrayList<>();

    /** The thread that hears the parent, and makes this. */
    private final Thread hearing = Thread.currentThread();

    // What was written to see whether it can be; by the component's thread alone.
    private final MessageWriter checked = new MessageWriter();
    private @Nullable Object checkedMessage;

    private final ProcessFeed feed = new ProcessFeed();
    /** Who owns what feeds the component, and who owns what it sends to. */
    private final BoxOwner before;

    private final BoxOwner behind;

    // Under the sender's lock, which its own thread and the component's both write under.
    private final long[] takenSaid;
    private final long[] unlinkedSaid;
    private boolean doneSaid = true;
    private long progressSaid;
    private @Nullable Object publishedSaid;
    private long publishedAt = System.nanoTime() - PUBLISHED_EVERY_NANOS;

    /** Where the messages of one outbox wait for credit, and its link to there while it has one. */
    private static final class Gate {
        final WiredInbox inbox;
        int state = ProcessEntry.FREE;

        @Nullable
        WiredLink link;

        Gate(WiredInbox inbox) {
            this.inbox = inbox;
        }
    }

    /** What was so while all was at rest: whether the component was through with all it had taken, and what was heard. */
    private record Rest(boolean isThrough, long heard) {}

    ProcessGates(RunningGraph run, RunningComponent component, FrameSender sender, ProcessStart start) {
        this.run = run;
        this.component = component;
        this.sender = sender;
        before = new ProcessBorder(component.path(), feed);
        behind = new ProcessBorder(component.path(), null);
        inboxes = List.copyOf(component.boxes().dataInboxes());
        outboxes = new ArrayList<>(component.boxes().dataOutboxes());
        outboxes.add(component.boxes().signal());
        feeding = new WiredLink[inboxes.size()];
        takenSaid = new long[inboxes.size()];
        unlinkedSaid = new long[outboxes.size()];
        inboxes.forEach(inbox -> feeders.add(new WiredOutbox(before, inbox.name())));
        for (int index = 0; index < outboxes.size(); index++) {
            int window = index < start.outboxes().size()
                    ? start.outboxes().get(index).messages()
                    : ProcessEntry.WINDOW;
            InboxLimit limit = new InboxLimit(OptionalInt.of(window), Optional.empty(), DataRecord.empty());
            gates.add(new Gate(new WiredInbox(behind, outboxes.get(index).name(), limit, false)));
        }
        control = new WiredOutbox(before, ComponentType.CONTROL.name());
        run.wiring().link(control, component.boxes().control(), before);
    }

    // ---- What the parent says

    /** All that a frame held has been heard: only now is the component woken, to find all of it. */
    void fed() {
        feed.flushWakes();
    }

    void give(int inbox, Object message) {
        feeders.get(inbox).send(message);
    }

    void end(int inbox, boolean cutOff) {
        run.wiring().finish(feeders.get(inbox), cutOff);
    }

    void control(Object message) {
        control.send(message);
    }

    void credit(int outbox, long messages) {
        WiredInbox gate = gates.get(outbox).inbox;
        for (long left = messages; left > 0; left--) {
            gate.poll();
        }
        gate.serveSenders();
    }

    /** The state of every box, outboxes first. */
    void links(MessageReader states) {
        for (int index = 0; index < gates.size(); index++) {
            link(index, states.readByte());
        }
        for (int index = 0; index < inboxes.size(); index++) {
            boolean linked = states.readByte() == ProcessEntry.LINKED;
            WiredLink link = feeding[index];
            if (linked && link == null) {
                feeding[index] = run.wiring().link(feeders.get(index), inboxes.get(index), before);
            } else if (!linked && link != null) {
                run.wiring().unlink(link, before);
                feeding[index] = null;
            }
        }
    }

    private void link(int index, int state) {
        Gate gate = gates.get(index);
        if (state == gate.state) {
            return;
        }
        gate.state = state;
        WiredLink link = gate.link;
        if (state == ProcessEntry.FREE && link != null) {
            run.wiring().unlink(link, behind);
            gate.link = null;
        } else if (state != ProcessEntry.FREE && link == null) {
            WiredLink made = run.wiring().link(outboxes.get(index), gate.inbox, behind);
            run.wiring().tap(made, (message, sequence) -> sent(index, message));
            gate.link = made;
        }
        if (state == ProcessEntry.CLOSED) {
            run.wiring().close(gate.inbox);
        }
    }

    // ---- What the component does; by its thread, or by the one that hears where a message has waited for credit

    /** Before it sends a message: whether that can leave the process. By its thread. */
    void check(WiredOutbox outbox, Object message) {
        checked.truncate(0);
        checkedMessage = null;
        try {
            checked.writeMessage(message);
            checkedMessage = message;
        } catch (UnportableMessageException refused) {
            throw new IllegalArgumentException(
                    "The outbox " + outbox + " can't send a message out of its process: " + refused.getMessage() + ".");
        }
    }

    @SuppressWarnings("ReferenceEquality") // The very object that was checked: an equal one need not be written alike.
    private void sent(int outbox, Object message) {
        if (outbox == gates.size() - 1 && isEnginesOwn(message)) {
            // The parent says so itself.
            return;
        }
        MessageWriter into = sender.begin();
        try {
            into.writeByte(ProcessEntry.SENT);
            into.writeNumber(outbox);
            // One that has waited is sent while the component may be having another checked.
            if (!Thread.currentThread().equals(hearing) && message == checkedMessage) {
                into.append(checked, 0);
            } else {
                into.writeMessage(message);
            }
        } finally {
            sender.end(false);
        }
    }

    private boolean isEnginesOwn(Object message) {
        return message instanceof DataRecord record
                && ((component.path().equals(record.get("component")) && record.containsKey(Status.FIELD))
                        || (Status.isStop(message) && run.isStopping()));
    }

    /** Says how much it has taken; under the sender's lock, by it or by the sender. */
    void sayTaken(MessageWriter into) {
        int last = -1;
        for (int index = 0; index < takenSaid.length; index++) {
            if (inboxes.get(index).taken() > takenSaid[index]) {
                if (isLastTakenFrom(inboxes.get(index))) {
                    last = index;
                } else {
                    sayTaken(into, index);
                }
            }
        }
        if (last >= 0) {
            sayTaken(into, last);
        }
    }

    private void sayTaken(MessageWriter into, int index) {
        long taken = inboxes.get(index).taken();
        takenSaid[index] = taken;
        doneSaid = false;
        into.writeByte(ProcessEntry.TAKEN);
        into.writeNumber(index);
        into.writeNumber(taken);
    }

    private boolean isLastTakenFrom(WiredInbox inbox) {
        return component instanceof ReactiveLife reactive && reactive.inHandFrom == inbox;
    }

    // ---- Whoever comes to rest last, and the sender

    /**
     * It seems that nothing moves here any more: says so if that was so at one instant, by which {@code heard} entries of
     * the parent's had been heard. Who says it may have been overtaken since by the thread that hears: what that has
     * heard meanwhile must not be counted, or the parent would take a component for idle that has just been given
     * messages. And what was taken must be known from that instant too, or one that has just been taken would be said to
     * be done with.
     */
    void quiet(ProcessScheduler scheduler, LongSupplier heard) {
        MessageWriter into = sender.begin();
        boolean isSaid = false;
        try {
            Optional<Rest> seen = scheduler.seenAtRest(() -> {
                sayTaken(into);
                return new Rest(component.status() == ComponentStatus.WAITING, heard.getAsLong());
            });
            if (seen.isPresent()) {
                isSaid = true;
                say(seen.get(), into);
            }
        } finally {
            sender.end(isSaid);
        }
    }

    private void say(Rest rest, MessageWriter into) {
        if (rest.isThrough()) {
            sayDone(into);
        }
        into.writeByte(ProcessEntry.QUIET);
        into.writeNumber(rest.heard());
    }

    private void sayDone(MessageWriter into) {
        if (!doneSaid) {
            doneSaid = true;
            into.writeByte(ProcessEntry.DONE);
        }
    }

    /** What there is to say besides; true where there will be more soon. */
    boolean report(MessageWriter into, boolean watched) {
        sayTaken(into);
        boolean hasEnded = component.hasEnded();
        if (hasEnded || isAtRest()) {
            sayDone(into);
        }
        for (int index = 0; index < unlinkedSaid.length; index++) {
            long unlinked = outboxes.get(index).unlinked();
            if (unlinked > unlinkedSaid[index]) {
                into.writeByte(ProcessEntry.UNLINKED);
                into.writeNumber(index);
                into.writeNumber(unlinked - unlinkedSaid[index]);
                unlinkedSaid[index] = unlinked;
            }
        }
        long done = component.progressDone();
        if (done != progressSaid) {
            progressSaid = done;
            into.writeByte(ProcessEntry.PROGRESS);
            into.writeSigned(done);
            into.writeSigned(component.progressTotal());
        }
        boolean moreSoon = component.status() == ComponentStatus.WORKING
                || inboxes.stream().anyMatch(inbox -> inbox.size() > 0);
        return reportPublished(into, watched, hasEnded) || moreSoon || !doneSaid;
    }

    /**
     * Whether the component is through with what it had taken when that was said. A reactive one says that it works
     * before it takes a message, so one that waits after that has handled it.
     */
    private boolean isAtRest() {
        return component.isReactive() && component.status() == ComponentStatus.WAITING;
    }

    @SuppressWarnings(
            "ReferenceEquality") // Something else was published; to compare it would cost more than to say it.
    private boolean reportPublished(MessageWriter into, boolean watched, boolean hasEnded) {
        Object published = component.published().orElse(null);
        if (published == null || published == publishedSaid) {
            return false;
        }
        long now = System.nanoTime();
        if (!hasEnded && (!watched || now - publishedAt < PUBLISHED_EVERY_NANOS)) {
            return watched;
        }
        publishedSaid = published;
        publishedAt = now;
        int before = into.size();
        try {
            into.writeByte(ProcessEntry.PUBLISHED);
            into.writeMessage(published);
        } catch (RuntimeException refused) {
            // It can't be sent, or is being changed just now by whoever has published it.
            into.truncate(before);
            System.err.println("What is published can't be seen outside the process: " + refused.getMessage());
        }
        return false;
    }
}
