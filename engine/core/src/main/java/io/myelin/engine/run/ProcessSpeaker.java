package io.myelin.engine.run;

import io.myelin.engine.component.Inbox;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.message.UnportableMessageException;
import io.myelin.engine.process.ChildProcess;
import io.myelin.engine.process.FrameSender;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a child process what its component is to hear, and says when it is sent: at once to a child that has nothing to
 * do, else many messages at a time. It never waits for the child: what might not find room in the pipe is left to the
 * sender's thread.
 *
 * <p>The component's thread uses it, but for what is said to be another's.
 */
final class ProcessSpeaker {
    /** So many messages are worth a frame, whatever the child has still to do. */
    private static final int ENOUGH = 256;

    /** So many bytes are handed over at once. */
    private static final int MOST_WRITTEN = 16 << 10;

    private final RunningComponent driver;
    private final ProcessWindow window;
    private final Runnable busy;
    private @Nullable ChildProcess child;
    private byte[] linksSaid = {};
    private long entriesSaid;

    /** Messages for the child that the sender does not have yet. Nothing may rest here while no other message follows. */
    private final MessageWriter written = new MessageWriter();

    /** How many messages have been given since something was last sent off by this. */
    private long gathered;

    /** Where the pipe was behind the last messages that were sent off by this. */
    private long sentOff;

    /** How far the child is known to have read. */
    private long read;

    /** What an entry consists of. */
    interface Content {
        void write(MessageWriter into);
    }

    /** To the child of {@code driver}'s component; {@code busy} is told whenever the child may have something to do. */
    ProcessSpeaker(RunningComponent driver, ProcessWindow window, Runnable busy) {
        this.driver = driver;
        this.window = window;
        this.busy = busy;
    }

    /** From now on it speaks to {@code next}, whose first entry is {@code start}; before anybody else does. */
    void beginAnew(ChildProcess next, MessageWriter start) {
        child = next;
        entriesSaid = 0;
        written.truncate(0);
        gathered = 0;
        sentOff = 0;
        read = 0;
        say(ProcessEntry.START, true, into -> into.append(start, 0));
        linksSaid = links();
        sayLinks();
    }

    private FrameSender sender() {
        ChildProcess begun = child;
        if (begun == null) {
            throw new IllegalStateException("'" + driver.path() + "' has no process yet");
        }
        return begun.sender();
    }

    // ---- Entries

    /** Says something that the child counts; {@code now}: at once. */
    void say(int kind, boolean now, Content content) {
        handOver();
        put(sender(), sender().begin(), kind, now, content);
        // One that could not be said is not heard: counted, it would be waited for for ever.
        entriesSaid++;
        busy.run();
        if (now) {
            gathered = 0;
        }
    }

    /** How many entries the child has to hear before nothing is left for it. */
    long entriesSaid() {
        return entriesSaid;
    }

    /** Says aside what asks for nothing. Any thread. */
    static void sayAside(ChildProcess to, int kind, Content content) {
        put(to.sender(), to.sender().beginAside(), kind, true, content);
    }

    private static void put(FrameSender sender, MessageWriter into, int kind, boolean now, Content content) {
        int before = into.size();
        boolean whole = false;
        try {
            into.writeByte(kind);
            content.write(into);
            whole = true;
        } finally {
            if (!whole) {
                into.truncate(before);
            }
            sender.end(now);
        }
    }

    // ---- Messages

    /** Gives what has come by {@code inbox}; holds it where there is no room for more. */
    void give(Inbox inbox, Object message) {
        ProcessLane lane = window.lane(inbox.name());
        try {
            give(lane, message);
        } finally {
            // Also where this one is refused: those before it are on their way.
            sendWhereDue(inbox, lane);
        }
    }

    private void sendWhereDue(Inbox inbox, ProcessLane lane) {
        if (lane.isFull()) {
            inbox.hold();
            sendOff();
        } else if (gathered >= ENOUGH) {
            sendOff();
        } else if (inbox.size() == 0) {
            if (isChildWaiting()) {
                sendOff();
            } else {
                handOver();
            }
        } else if (driver.attention() != 0) {
            // Something else comes first, and that may take its time.
            handOver();
        }
    }

    private void give(ProcessLane lane, Object message) {
        int before = written.size();
        try {
            written.writeByte(ProcessEntry.GIVE);
            written.writeNumber(lane.number);
            written.writeMessage(message);
        } catch (UnportableMessageException refused) {
            written.truncate(before);
            throw new IllegalArgumentException("The inbox " + inbox(lane) + " can't hand a message on to its process: "
                    + refused.getMessage() + ".");
        }
        lane.give(message, written.size() - before);
        entriesSaid++;
        gathered++;
        busy.run();
        if (written.size() >= MOST_WRITTEN) {
            handOver();
        }
    }

    /** Gives again what the child before was not through with, as far as there is room, then lets new messages come. */
    void giveAgain(ProcessLane lane) {
        while (lane.hasAgain() && !lane.isFull()) {
            Object message = lane.nextAgain();
            if (message != null) {
                give(lane, message);
            }
        }
        handOver();
        if (lane.isFull() || lane.hasAgain()) {
            inbox(lane).hold();
        } else {
            inbox(lane).resume();
            sayEnd(lane);
        }
    }

    private WiredInbox inbox(ProcessLane lane) {
        return driver.boxes().dataInboxes().get(lane.number);
    }

    /** The stream of {@code lane} has ended. */
    void end(ProcessLane lane) {
        lane.ended = true;
        sayEnd(lane);
    }

    private void sayEnd(ProcessLane lane) {
        if (lane.ended && !lane.endSaid) {
            lane.endSaid = true;
            boolean cutOff = inbox(lane).isCutOff();
            say(ProcessEntry.END, true, into -> {
                into.writeNumber(lane.number);
                into.writeByte(cutOff ? 1 : 0);
            });
        }
    }

    // ---- When it is sent

    /** Sends what lingers, where the child waits for something and nothing more is about to come. */
    void sendToWaiting() {
        if (gathered > 0 && isChildWaiting() && nothingFollows()) {
            sendOff();
        }
    }

    /** Whether the child has taken all that has been sent off: there is nothing that it could go on with. */
    private boolean isChildWaiting() {
        return window.underWay() <= gathered;
    }

    /** Whether no message waits to be given next. */
    private boolean nothingFollows() {
        for (ProcessLane lane : window.lanes()) {
            WiredInbox inbox = inbox(lane);
            if (inbox.size() > 0 && !inbox.isHeldBack()) {
                return false;
            }
        }
        return true;
    }

    /** Sends what there is, now. */
    void sendOff() {
        if (isChildWaiting()) {
            // What it has taken it has read, and so whatever went before that.
            read = sentOff;
        }
        boolean hasMessages = written.size() > 0;
        handOver();
        gathered = 0;
        long behind = sender().flushHere(read);
        if (hasMessages) {
            sentOff = behind;
        }
    }

    /** Leaves what it has written to the sender, which sends it when it has lingered. */
    void handOver() {
        if (written.size() > 0) {
            FrameSender sender = sender();
            sender.begin().append(written, 0);
            written.truncate(0);
            sender.end(false);
        }
    }

    // ---- Links

    /** The links of its boxes may have changed. */
    void linksChanged() {
        // Messages that were to follow may be gone with a link.
        handOver();
        byte[] now = links();
        if (!Arrays.equals(now, linksSaid)) {
            linksSaid = now;
            sayLinks();
        }
    }

    private void sayLinks() {
        say(ProcessEntry.LINKS, true, into -> {
            for (byte state : linksSaid) {
                into.writeByte(state);
            }
        });
    }

    /** The state of every outbox, {@code signal} too, then of every data inbox. */
    private byte[] links() {
        List<WiredOutbox> outboxes = driver.boxes().dataOutboxes();
        byte[] states = new byte[outboxes.size() + 1 + window.lanes().size()];
        int at = 0;
        for (WiredOutbox outbox : outboxes) {
            states[at++] = state(outbox);
        }
        states[at++] = state(driver.boxes().signal());
        for (ProcessLane lane : window.lanes()) {
            states[at++] = (byte) (inbox(lane).isLinked() ? ProcessEntry.LINKED : ProcessEntry.FREE);
        }
        return states;
    }

    private static byte state(WiredOutbox outbox) {
        if (!outbox.isLinked()) {
            return ProcessEntry.FREE;
        }
        return (byte) (outbox.isClosed() ? ProcessEntry.CLOSED : ProcessEntry.LINKED);
    }
}
