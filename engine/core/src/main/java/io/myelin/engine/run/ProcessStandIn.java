package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.message.UnportableMessageException;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.process.ChildCommand;
import io.myelin.engine.process.ChildProcess;
import io.myelin.engine.process.FrameSender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
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

    private final RunningComponent driver;
    private final PlannedComponent plan;
    private final ProcessWindow window;
    private final List<WiredOutbox> outboxes = new ArrayList<>();
    private final int[] delivered;
    private final Deque<ProcessEar.Heard> arrived = new ArrayDeque<>();

    private ComponentContext context;
    private ChildProcess child;
    private @Nullable ProcessEar ear;
    private @Nullable OutsideWork work;
    private byte[] linksSaid = {};
    private long entriesSaid;
    private boolean ending;
    private boolean finished;
    private volatile boolean released;

    ProcessStandIn(RunningComponent driver, ProcessWindow window) {
        this.driver = driver;
        this.plan = driver.plan;
        this.window = window;
        outboxes.addAll(driver.boxes().dataOutboxes());
        outboxes.add(driver.boxes().signal());
        delivered = new int[outboxes.size()];
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
        // Before there is a child: what can't be said needs none.
        MessageWriter what = new MessageWriter();
        what.writeMessage(start().asMessage());
        List<String> command = ChildCommand.of(
                ProcessMain.class,
                plan.type().componentClass(),
                driver.run.options().processHeap());
        child = ChildProcess.start(command, plan.path(), NOTHING);
        say(ProcessEntry.START, false, into -> into.append(what, 0));
        linksSaid = links();
        sayLinks();
        watch(driver.run.isWatched());
        for (ProcessWindow.Lane lane : window.lanes()) {
            giveAgain(lane);
        }
        ProcessEar listening = new ProcessEar(this, child, driver.run.options().console(), plan.path());
        ear = listening;
        ClassLoader loader = plan.type().componentClass().getClassLoader();
        child.open(loader == null ? MessageClasses.none() : MessageClasses.of(loader), listening);
    }

    private ProcessStart start() {
        List<ProcessStart.Window> inboxes = new ArrayList<>();
        for (ProcessWindow.Lane lane : window.lanes()) {
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
                plan.outboxes().stream()
                        .map(outbox -> new ProcessStart.Window(
                                outbox.name(), windowOf(driver.boxes().outbox(outbox.name()))))
                        .toList());
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
        put(kind, now, content);
    }

    private void put(int kind, boolean now, Content content) {
        put(child, kind, now, content);
    }

    /** Adds an entry that asks for nothing. Any thread. */
    static void put(ChildProcess to, int kind, boolean now, Content content) {
        FrameSender sender = to.sender();
        MessageWriter into = sender.begin();
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
            work = context.expect("the process of '" + plan.path() + "'");
        }
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        ProcessWindow.Lane lane = window.lane(inbox.name());
        give(lane, message, inbox.size() == 0);
        if (lane.isFull()) {
            inbox.hold();
            child.sender().poke(true);
        }
    }

    private void give(ProcessWindow.Lane lane, Object message, boolean now) {
        FrameSender sender = child.sender();
        MessageWriter into = sender.begin();
        int before = into.size();
        try {
            into.writeByte(ProcessEntry.GIVE);
            into.writeNumber(lane.number);
            into.writeMessage(message);
            lane.give(message, (long) into.size() - before);
        } catch (UnportableMessageException refused) {
            into.truncate(before);
            throw new IllegalArgumentException(
                    "The inbox " + driver.boxes().dataInboxes().get(lane.number)
                            + " can't hand a message on to its process: " + refused.getMessage() + ".");
        } finally {
            sender.end(now);
        }
        entriesSaid++;
        busy();
    }

    private void giveAgain(ProcessWindow.Lane lane) {
        while (lane.hasAgain() && !lane.isFull()) {
            Object message = lane.nextAgain();
            if (message != null) {
                give(lane, message, true);
            }
        }
        Inbox inbox = driver.boxes().dataInboxes().get(lane.number);
        if (lane.isFull() || lane.hasAgain()) {
            inbox.hold();
        } else {
            inbox.resume();
            sayEnd(lane);
        }
    }

    private void sayEnd(ProcessWindow.Lane lane) {
        if (lane.ended && !lane.endSaid) {
            lane.endSaid = true;
            boolean cutOff = driver.boxes().dataInboxes().get(lane.number).isCutOff();
            say(ProcessEntry.END, true, into -> {
                into.writeNumber(lane.number);
                into.writeByte(cutOff ? 1 : 0);
            });
        }
    }

    @Override
    public void onInboxEnd(Inbox inbox) {
        ProcessWindow.Lane lane = window.lane(inbox.name());
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
        List<WiredInbox> inboxes = driver.boxes().dataInboxes();
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
        put(paused ? ProcessEntry.PAUSE : ProcessEntry.RESUME, true, _ -> {});
    }

    /** Somebody watches what it publishes, or nobody any more. Any thread. */
    void watch(boolean watched) {
        put(ProcessEntry.WATCHED, true, into -> into.writeByte(watched ? 1 : 0));
    }

    // ---- What comes of what it says; by the component's thread

    /** Entries of {@code which} have come. Any thread. */
    void hear(ChildProcess which, List<ProcessEar.Heard> entries) {
        context.execute(() -> {
            if (which.equals(child)) {
                arrived.addAll(entries);
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
        try {
            ProcessEar.Heard entry = arrived.pollFirst();
            while (entry != null && !released) {
                handle(entry);
                entry = arrived.pollFirst();
            }
            giveCredit();
        } finally {
            if (!arrived.isEmpty() && !released) {
                context.execute(this::handleArrived);
            }
        }
    }

    private void handle(ProcessEar.Heard entry) {
        switch (entry) {
            case ProcessEar.Sent sent -> {
                delivered[sent.outbox()]++;
                outboxes.get(sent.outbox()).send(sent.message());
            }
            case ProcessEar.Taken taken -> {
                window.taken(taken.inbox(), taken.count());
                giveAgain(window.lanes().get(taken.inbox()));
            }
            case ProcessEar.Plain.DONE -> window.done();
            case ProcessEar.Quiet quiet -> quiet(quiet.entries());
            case ProcessEar.Unlinked unlinked -> outboxes.get(unlinked.outbox()).countUnlinked(unlinked.count());
            case ProcessEar.Published published -> context.publish(published.content());
            case ProcessEar.Notice notice -> context.notice(notice.text());
            case ProcessEar.Progress progress -> context.progress(progress.done(), progress.total());
            case ProcessEar.Failed failed -> {
                ProcessFailure failure = ProcessFailure.of(failed.description(), window.inHand());
                context.execute(this::goOn);
                throw failure;
            }
            case ProcessEar.CanNotStart not -> throw new ProcessFailure(not.why(), null);
            case ProcessEar.Plain.ENDED -> {
                finished = true;
                window.done();
                context.finish();
            }
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

    private void giveCredit() {
        for (int index = 0; index < delivered.length; index++) {
            int count = delivered[index];
            if (count > 0) {
                int outbox = index;
                delivered[index] = 0;
                say(ProcessEntry.CREDIT, true, into -> {
                    into.writeNumber(outbox);
                    into.writeNumber(count);
                });
            }
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
        put(ProcessEntry.STOP, true, _ -> {});
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
