package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.process.ChildCommand;
import io.myelin.engine.process.ChildProcess;
import io.myelin.engine.process.Frame;
import io.myelin.engine.process.FrameSender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
    private final String what;
    private final List<WiredOutbox> outboxes = new ArrayList<>();
    private final ProcessCredit credit;
    private final ProcessArrivals arrived;
    private final ProcessSpeaker speaker;
    private final Answers answers = new Answers();

    private ComponentContext context;

    /** The one that runs now; any thread may say something aside to it. */
    private volatile ChildProcess child;

    private @Nullable ProcessEar ear;
    private @Nullable OutsideWork work;
    private boolean ending;
    private boolean finished;
    private volatile boolean released;

    ProcessStandIn(RunningComponent driver, ProcessWindow window) {
        this.driver = driver;
        this.plan = driver.plan;
        this.what = "the process of '" + plan.path() + "'";
        this.window = window;
        this.speaker = new ProcessSpeaker(driver, window, this::busy);
        outboxes.addAll(driver.boxes().dataOutboxes());
        outboxes.add(driver.boxes().signal());
        credit = new ProcessCredit(driver);
        ClassLoader loader = plan.type().componentClass().getClassLoader();
        arrived = new ProcessArrivals(loader == null ? MessageClasses.none() : MessageClasses.of(loader));
    }

    // ---- Its child

    @Override
    public void onStart(ComponentContext itsContext) throws Exception {
        context = itsContext;
        startChild();
    }

    private void startChild() throws IOException {
        window.beginAnew();
        arrived.clear();
        // Before there is a child: what can't be said needs none.
        MessageWriter start = new MessageWriter();
        start.writeMessage(start().asMessage());
        List<String> command = ChildCommand.of(
                ProcessMain.class,
                plan.type().componentClass(),
                driver.run.options().processHeap());
        ChildProcess begun = ChildProcess.start(command, plan.path(), NOTHING);
        // Others may speak to it from where its first entry is said, and not before.
        speaker.beginAnew(begun, start);
        child = begun;
        driver.run.joined(this);
        watch(driver.run.isWatched());
        window.lanes().forEach(speaker::giveAgain);
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
                credit.beginAnew(plan));
    }

    /** The process id of its child. */
    long pid() {
        return child.pid();
    }

    String path() {
        return plan.path();
    }

    // ---- What the child is told; by the component's thread unless said otherwise

    /** The child may have something to do: it is neither finished nor stuck. */
    private void busy() {
        if (work == null && !released) {
            work = context.expect(what);
        }
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        speaker.give(inbox, message);
    }

    @Override
    public void onInboxEnd(Inbox inbox) {
        speaker.end(window.lane(inbox.name()));
    }

    @Override
    public void onEnd() {
        ending = true;
        busy();
    }

    @Override
    public void onControl(Object message) {
        speaker.say(ProcessEntry.CONTROL, true, into -> into.writeMessage(message));
    }

    @Override
    public void onOutboxesClosed(ComponentContext itsContext) {
        linksChanged();
    }

    /** Its links have changed. */
    void linksChanged() {
        speaker.linksChanged();
    }

    /** The run is paused, or goes on. Any thread. */
    void pause(boolean paused) {
        ProcessSpeaker.sayAside(child, paused ? ProcessEntry.PAUSE : ProcessEntry.RESUME, _ -> {});
    }

    /** Somebody watches what it publishes, or nobody any more. Any thread. */
    void watch(boolean watched) {
        ProcessSpeaker.sayAside(child, ProcessEntry.WATCHED, into -> into.writeByte(watched ? 1 : 0));
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
            if (!which.equals(child)) {
                return;
            }
            if (released || arrived.isEmpty()) {
                died(how, inHand);
            } else {
                // Where handling one thing failed, what came behind it has its turn later, and still before the end.
                hearEnd(which, how, inHand);
            }
        });
    }

    private void handleArrived() {
        // Sending on may have to wait for room.
        speaker.handOver();
        // Those whom it sends to are woken when all has been sent.
        driver.strand().putOffWakes();
        boolean isThrough = false;
        try {
            boolean isMore = true;
            while (isMore && !released) {
                isMore = arrived.handleNext(answers);
            }
            credit.giveBack(speaker);
            speaker.sendToWaiting();
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

    private final class Answers implements ProcessArrivals.Listener {
        @Override
        public void sent(int outbox, Object message) {
            credit.delivered(outbox);
            outboxes.get(outbox).send(message);
        }

        @Override
        public void taken(int inbox, long count) {
            window.taken(inbox, count);
            speaker.giveAgain(window.lanes().get(inbox));
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
        if (entries != speaker.entriesSaid()) {
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
            speaker.say(ProcessEntry.GO_ON, true, _ -> {});
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
        ProcessSpeaker.sayAside(child, ProcessEntry.STOP, _ -> {});
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
                    + " ms); its process was ended by force.");
        }
    }
}
