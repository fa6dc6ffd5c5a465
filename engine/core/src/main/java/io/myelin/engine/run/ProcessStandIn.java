package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.message.UnportableMessageException;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.process.ChildCommand;
import io.myelin.engine.process.ChildProcess;
import io.myelin.engine.process.Frame;
import io.myelin.engine.process.FrameSender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the run for a component that lives in a child process: hands on what comes in, sends what comes back, and
 * fails where the child does. To the engine it is a reactive component like any other, on a thread of its own; so room,
 * supervision and ends are those of every component. Each instance has a child of its own.
 *
 * <p>Inputs go to the child as long as fewer than a window of them wait there, then the inbox is held. Outputs come as
 * far as the child has credit, which it gets back when they have been delivered.
 */
final class ProcessStandIn implements ReactiveComponent {
    /** Nothing is said to a child but what is said at once. */
    private static final FrameSender.Report NOTHING = new FrameSender.Report() {
        @Override
        public boolean add(MessageWriter into) {
            return false;
        }

        @Override
        public void close(MessageWriter frame) {
            // It needs no end.
        }
    };

    /** So many messages are worth a frame, whatever the child has still to do. */
    private static final int ENOUGH = 256;

    /**
     * A pipe holds 64 KiB on Linux; somewhat less, since not all of it need be used to the last byte. Elsewhere it may hold
     * next to nothing.
     */
    private static final long ROOM_IN_PIPE = System.getProperty("os.name", "").equals("Linux") ? 48 << 10 : 0;

    /** So many bytes are handed over at once. */
    private static final int MOST_WRITTEN = 16 << 10;

    private final RunningComponent driver;
    private final PlannedComponent plan;
    private final ProcessWindow window;
    private final String what;
    private final List<WiredOutbox> outboxes = new ArrayList<>();
    private final int[] delivered;
    private final int[] windows;
    private final ProcessArrivals arrived;
    private final Answers answers = new Answers();

    private ComponentContext context;
    private ChildProcess child;
    private @Nullable ProcessEar ear;
    private @Nullable OutsideWork work;
    private byte[] linksSaid = {};
    private long entriesSaid;

    /** Messages for the child that the sender does not have yet. */
    private final MessageWriter written = new MessageWriter();

    /** How many messages have been given since something was last sent off by this. */
    private long gathered;

    private boolean ending;
    private boolean finished;
    private volatile boolean released;

    ProcessStandIn(RunningComponent driver, ProcessWindow window) {
        this.driver = driver;
        this.plan = driver.plan;
        this.what = "the process of '" + plan.path() + "'";
        this.window = window;
        outboxes.addAll(driver.boxes.dataOutboxes());
        outboxes.add(driver.boxes.signal());
        delivered = new int[outboxes.size()];
        windows = new int[outboxes.size()];
        ClassLoader loader = plan.type().componentClass().getClassLoader();
        arrived = new ProcessArrivals(loader == null ? MessageClasses.none() : MessageClasses.of(loader));
    }

    // ---- Its child

    @Override
    public void onStart(ComponentContext itsContext) throws Exception {
        context = itsContext;
        startChild();
        driver.run.processes().add(this);
    }

    private void startChild() throws IOException {
        window.beginAnew();
        arrived.clear();
        entriesSaid = 0;
        written.truncate(0);
        gathered = 0;
        Arrays.fill(delivered, 0);
        // Before there is a child: what can't be said needs none.
        MessageWriter what = new MessageWriter();
        what.writeMessage(start().asMessage());
        List<String> command = ChildCommand.of(
                ProcessMain.class,
                plan.type().componentClass(),
                driver.run.options().processHeap());
        child = ChildProcess.start(command, plan.path(), NOTHING);
        say(ProcessEntry.START, true, into -> into.append(what, 0));
        linksSaid = links();
        sayLinks();
        watch(driver.run.isWatched());
        for (ProcessLane lane : window.lanes()) {
            giveAgain(lane);
        }
        ProcessEar listening = new ProcessEar(this, child, driver.run.options().console(), plan.path());
        ear = listening;
        child.open(listening);
    }

    private ProcessStart start() {
        List<ProcessStart.Window> inboxes = new ArrayList<>();
        for (ProcessLane lane : window.lanes()) {
            inboxes.add(new ProcessStart.Window(plan.inboxes().get(lane.number).name(), lane.window));
        }
        return new ProcessStart(
                plan.path(),
                plan.type().componentClass().getName(),
                plan.type().settings().values(plan.settings()),
                driver.run.folder().toString(),
                driver.run.checksMessages(),
                driver.run.options().stopGrace().toNanos() / 2,
                ProcessHandle.current().pid(),
                inboxes,
                outboxWindows());
    }

    private List<ProcessStart.Window> outboxWindows() {
        List<ProcessStart.Window> made = new ArrayList<>();
        Arrays.fill(windows, ProcessEntry.WINDOW);
        for (BoxDeclaration outbox : plan.outboxes()) {
            int window = windowOf(driver.boxes.outbox(outbox.name()));
            windows[made.size()] = window;
            made.add(new ProcessStart.Window(outbox.name(), window));
        }
        return made;
    }

    private static int windowOf(WiredOutbox outbox) {
        int least = ProcessEntry.WINDOW;
        for (Route route : outbox.routes()) {
            least = Math.min(least, route.inbox().capacity());
        }
        return ProcessEntry.window(least);
    }

    /** The process id of its child. */
    long pid() {
        return child.pid();
    }

    String path() {
        return plan.path();
    }

    // ---- What the child is told; by the component's thread unless said otherwise

    /** What an entry consists of. */
    interface Content {
        void write(MessageWriter into);
    }

    private void say(int kind, boolean now, Content content) {
        entriesSaid++;
        busy();
        handOver();
        put(child.sender(), child.sender().begin(), kind, now, content);
        if (now) {
            gathered = 0;
        }
    }

    /** Says aside what asks for nothing. Any thread. */
    static void put(ChildProcess to, int kind, Content content) {
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

    /** The child may have something to do: it is neither finished nor stuck. */
    private void busy() {
        if (work == null && !released) {
            work = context.expect(what);
        }
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        ProcessLane lane = window.lane(inbox.name());
        give(lane, message);
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
        }
    }

    /** Whether the child has taken all that has been sent off: there is nothing that it could go on with. */
    private boolean isChildWaiting() {
        return window.underWay() <= gathered;
    }

    /**
     * Sends what there is. Where all that is under way has room in the pipe, even if the child has read none of it yet, it
     * is written on this thread, which then need not wait for the child.
     */
    private void sendOff() {
        handOver();
        gathered = 0;
        if (window.bytesUnderWay() <= ROOM_IN_PIPE) {
            child.sender().flushHere();
        } else {
            child.sender().flush();
        }
    }

    /** Leaves what it has written to the sender, which sends it when it has lingered. */
    private void handOver() {
        if (written.size() > 0) {
            FrameSender sender = child.sender();
            sender.begin().append(written, 0);
            written.truncate(0);
            sender.end(false);
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
            throw new IllegalArgumentException(
                    "The inbox " + driver.boxes.dataInboxes().get(lane.number)
                            + " can't hand a message on to its process: " + refused.getMessage() + ".");
        }
        lane.give(message, written.size() - before);
        entriesSaid++;
        gathered++;
        busy();
        if (written.size() >= MOST_WRITTEN) {
            handOver();
        }
    }

    private void giveAgain(ProcessLane lane) {
        while (lane.hasAgain() && !lane.isFull()) {
            Object message = lane.nextAgain();
            if (message != null) {
                give(lane, message);
            }
        }
        handOver();
        Inbox inbox = driver.boxes.dataInboxes().get(lane.number);
        if (lane.isFull() || lane.hasAgain()) {
            inbox.hold();
        } else {
            inbox.resume();
            sayEnd(lane);
        }
    }

    private void sayEnd(ProcessLane lane) {
        if (lane.ended && !lane.endSaid) {
            lane.endSaid = true;
            boolean cutOff = driver.boxes.dataInboxes().get(lane.number).isCutOff();
            say(ProcessEntry.END, true, into -> {
                into.writeNumber(lane.number);
                into.writeByte(cutOff ? 1 : 0);
            });
        }
    }

    @Override
    public void onInboxEnd(Inbox inbox) {
        ProcessLane lane = window.lane(inbox.name());
        lane.ended = true;
        sayEnd(lane);
    }

    @Override
    public void onEnd() {
        ending = true;
        busy();
    }

    @Override
    public void onControl(Object message) {
        say(ProcessEntry.CONTROL, true, into -> into.writeMessage(message));
    }

    @Override
    public void onOutboxesClosed(ComponentContext itsContext) {
        linksChanged();
    }

    /** Its links have changed. */
    void linksChanged() {
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

    private byte[] links() {
        List<WiredInbox> inboxes = driver.boxes.dataInboxes();
        byte[] states = new byte[outboxes.size() + window.lanes().size()];
        for (int index = 0; index < outboxes.size(); index++) {
            WiredOutbox outbox = outboxes.get(index);
            states[index] = (byte)
                    (!outbox.isLinked()
                            ? ProcessEntry.FREE
                            : outbox.isClosed() ? ProcessEntry.CLOSED : ProcessEntry.LINKED);
        }
        for (int index = 0; index < window.lanes().size(); index++) {
            states[outboxes.size() + index] =
                    (byte) (inboxes.get(index).isLinked() ? ProcessEntry.LINKED : ProcessEntry.FREE);
        }
        return states;
    }

    /** The run is paused, or goes on. Any thread. */
    void pause(boolean paused) {
        put(child, paused ? ProcessEntry.PAUSE : ProcessEntry.RESUME, _ -> {});
    }

    /** Somebody watches what it publishes, or nobody any more. Any thread. */
    void watch(boolean watched) {
        put(child, ProcessEntry.WATCHED, into -> into.writeByte(watched ? 1 : 0));
    }

    // ---- What comes of what it says; by the component's thread

    /** A frame of {@code which} has come. Any thread. */
    void hear(ChildProcess which, Frame frame) {
        context.execute(() -> {
            if (which.equals(child)) {
                arrived.add(frame);
                handleArrived();
            }
        });
    }

    /** {@code which} has ended; {@code how} says how, in a sentence, {@code inHand} over what, if it knew. Any thread. */
    void hearEnd(ChildProcess which, String how, Optional<ProcessTally.InHand> inHand) {
        context.execute(() -> {
            if (which.equals(child)) {
                died(how, inHand);
            }
        });
    }

    private void handleArrived() {
        // Those whom it sends to are woken when all has been sent.
        driver.strand().putOffWakes();
        boolean isThrough = false;
        try {
            boolean isMore = true;
            while (isMore && !released) {
                isMore = arrived.handleNext(answers);
            }
            giveCredit();
            if (gathered > 0 && isChildWaiting() && nothingFollows()) {
                sendOff();
            }
            isThrough = true;
        } catch (DamagedMessageException damaged) {
            isThrough = true;
            arrived.clear();
            if (ear != null) {
                ear.garbage(damaged);
            }
            child.destroy();
        } finally {
            driver.strand().flushWakes();
            if (!isThrough && !released) {
                // What has failed is one entry's; those behind it and the credit for what was delivered are still owed.
                context.execute(this::handleArrived);
            }
        }
    }

    /** Whether no message waits to be given next. */
    private boolean nothingFollows() {
        for (ProcessLane lane : window.lanes()) {
            WiredInbox inbox = driver.boxes.dataInboxes().get(lane.number);
            if (inbox.size() > 0 && !inbox.isHeldBack()) {
                return false;
            }
        }
        return true;
    }

    private final class Answers implements ProcessArrivals.Listener {
        @Override
        public void sent(int outbox, Object message) {
            delivered[outbox]++;
            outboxes.get(outbox).send(message);
        }

        @Override
        public void taken(int inbox, long count) {
            window.taken(inbox, count);
            giveAgain(window.lanes().get(inbox));
        }

        @Override
        public void done() {
            window.done();
        }

        @Override
        public void quiet(long heard) {
            ProcessStandIn.this.quiet(heard);
        }

        @Override
        public void failed(Object description) {
            ProcessFailure failure = ProcessFailure.of(description, window.inHand());
            context.execute(ProcessStandIn.this::goOn);
            throw failure;
        }

        @Override
        public void unlinked(int outbox, long count) {
            outboxes.get(outbox).countUnlinked(count);
        }

        @Override
        public void published(Object content) {
            context.publish(content);
        }

        @Override
        public void progress(long done, long total) {
            context.progress(done, total);
        }

        @Override
        public void notice(String text) {
            context.notice(text);
        }

        @Override
        public void canNotStart(String why) {
            throw new ProcessFailure(why, null);
        }

        @Override
        public void ended() {
            finished = true;
            window.done();
            context.finish();
        }
    }

    private void quiet(long entries) {
        if (entries != entriesSaid) {
            return;
        }
        OutsideWork open = work;
        if (open != null && !ending && !window.lanes().isEmpty()) {
            work = null;
            open.done();
        }
    }

    /** The failure that it waits for was skipped. */
    private void goOn() {
        if (!released) {
            window.done();
            say(ProcessEntry.GO_ON, true, _ -> {});
        }
    }

    /** Where half of what an outbox may have under way has been delivered, so much more may come. */
    private void giveCredit() {
        boolean said = false;
        for (int index = 0; index < delivered.length; index++) {
            int count = delivered[index];
            if (count > 0 && count >= windows[index] >> 1) {
                int outbox = index;
                delivered[index] = 0;
                said = true;
                say(ProcessEntry.CREDIT, false, into -> {
                    into.writeNumber(outbox);
                    into.writeNumber(count);
                });
            }
        }
        if (said) {
            sendOff();
        }
    }

    private void died(String how, Optional<ProcessTally.InHand> inHand) {
        if (!released && !finished) {
            Object item = inHand.isPresent() ? window.find(inHand.get()) : window.inHand();
            context.execute(() -> replaceChild(inHand));
            throw new ProcessFailure(how, item);
        }
    }

    /** What killed the child was skipped. */
    private void replaceChild(Optional<ProcessTally.InHand> inHand) {
        if (!released && !finished) {
            inHand.ifPresentOrElse(window::drop, window::done);
            try {
                startChild();
            } catch (IOException failed) {
                throw new ProcessFailure(FailureText.of(failed), null);
            }
        }
    }

    @Override
    public void onStop() {
        released = true;
        driver.run.processes().remove(this);
        if (child == null) {
            return;
        }
        Duration grace = driver.run.options().stopGrace();
        put(child, ProcessEntry.STOP, _ -> {});
        if (ear == null || !ear.isReady()) {
            // Its component has not begun: there is nothing to release.
            child.destroy();
        }
        boolean ended = child.awaitEnd(grace.multipliedBy(3).dividedBy(4));
        if (!ended) {
            child.destroy();
            child.awaitEnd(grace);
        }
        OutsideWork open = work;
        if (open != null) {
            open.done();
        }
        if (!ended && driver.attends(RunningComponent.STOP)) {
            throw new IllegalStateException("It did not end in time after it was stopped (" + grace.toMillis()
                    + " ms); its process was ended by" + " force.");
        }
    }
}
