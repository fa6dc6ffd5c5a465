package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.ComponentMaker;
import io.myelin.engine.run.DeterministicRun;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.LinkGate;
import io.myelin.engine.run.LinkHold;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunState;
import io.myelin.engine.run.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A recorded run done again: the same steps in the same order, what came from outside let in between the same two, the
 * real code of every component but the outside ones. Everything is compared with the recording as it happens.
 */
public final class Replay {
    private static final long MOST_STEPS_TO_END = 1_000_000;

    private final RecordingHeader header;
    private final BlockReader blocks;
    private final ReplayCursor cursor;
    private final ReplayLimits limits;
    private final Console output;
    private final DeterministicRun run;
    private final StandingGates gates;
    private final Map<String, OutsidePlayer> players = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private volatile boolean cancelled;
    private volatile boolean paused;
    private long time;
    private boolean limited;
    private Optional<Integer> exitStatus = Optional.empty();

    Replay(RecordingHeader header, BlockReader blocks, RunPlan plan, Console output, ReplayLimits limits) {
        this.header = header;
        this.limits = limits;
        this.output = output;
        MessageClasses classes = RecordingFile.classes();
        this.blocks = blocks;
        this.cursor = new ReplayCursor(new EntryReader(blocks, header), header, classes, plan.secrets());
        if (limits.until() instanceof ReplayLimits.Until.Delivered delivered) {
            cursor.stopAt(ReplayLimits.linkOf(header, delivered.link()), delivered.count());
        }
        for (int i = 0; i < plan.components().size(); i++) {
            PlannedComponent component = plan.components().get(i);
            if (header.components().get(i).outside()) {
                players.put(
                        component.path(),
                        new OutsidePlayer(i, component, cursor, classes, this::print, () -> turnOf(component.path())));
            }
        }
        RunOptions options = new RunOptions(1, header.strict(), output, header.stopGrace(), header.stall());
        this.run = DeterministicRun.prepare(plan, options, header.seed(), header.started(), maker(), Optional.empty());
        this.gates = new StandingGates(run.run());
        for (int i = 0; i < plan.links().size(); i++) {
            int link = i;
            run.run().tap(plan.links().get(i), (message, sequence) -> cursor.delivered(link, sequence, message));
        }
    }

    private Turn turnOf(String path) {
        return run.turn(path);
    }

    private ComponentMaker maker() {
        return component -> {
            OutsidePlayer player = players.get(component.path());
            if (player == null && RecordingHeader.isOutside(component)) {
                // Behind the end of what is recorded: nothing outside is touched.
                cursor.end();
                throw new ReplayedFailureException("what '" + component.path() + "' did is not recorded");
            }
            if (player == null) {
                return ComponentMaker.BY_TYPE.make(component);
            }
            player.play();
            ComponentType type = component.type();
            return ReactiveComponent.class.isAssignableFrom(type.componentClass())
                    ? new PlayedReactive(player)
                    : new PlayedSequential(player);
        };
    }

    private void print(String line) {
        try {
            output.printLine(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The run that is done again, to be watched. It is driven by {@link #play} alone. */
    public GraphRun run() {
        return run.run();
    }

    /**
     * As {@link GraphRun#gate} of what is done again, but that the whole replay waits for a message that may not go: it
     * stays the same. Any thread.
     */
    public LinkHold gate(PlannedLink link, LinkGate gate) {
        return gates.set(link, gate);
    }

    /** Stops {@link #play} soon. Any thread. */
    public void cancel() {
        lock.lock();
        try {
            cancelled = true;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
        // Only now: what is let through must not have it go on as if nothing had been said.
        gates.open();
    }

    /** Holds {@link #play}, or lets it go on. Any thread. */
    public void setPaused(boolean wanted) {
        lock.lock();
        try {
            paused = wanted;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitResume() throws InterruptedException {
        lock.lock();
        try {
            while (paused && !cancelled) {
                asked.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Replays, once; the file is closed then. */
    public ReplayResult play() throws IOException, InterruptedException {
        try (blocks) {
            return playAll();
        }
    }

    private ReplayResult playAll() throws InterruptedException {
        run.start();
        long origin = System.nanoTime();
        try {
            while (goesOn(origin)) {
                // One event or one step each time.
            }
            return result();
        } finally {
            // Also where the recording can't be read on: whoever waits for the run's end would wait forever.
            cursor.end();
            gates.open();
            endQuietly();
        }
    }

    /** Does what is next; false where there is nothing more to do. */
    private boolean goesOn(long origin) throws InterruptedException {
        if (paused) {
            awaitResume();
        }
        try {
            return doesNext(origin);
        } catch (BrokenRecordingException broken) {
            cursor.broken(broken);
            return false;
        }
    }

    private boolean doesNext(long origin) throws InterruptedException {
        Entry next = cursor.peek();
        if (next == null || cancelled) {
            limited |= cancelled;
            return false;
        }
        if (next instanceof Entry.Event event && event.step() <= cursor.steps()) {
            if (event.step() < cursor.steps()) {
                cursor.differ("", 0, cursor.words(event), "another step before it");
                return false;
            }
            return letIn(event, origin);
        }
        if (limits.until() instanceof ReplayLimits.Until.Step(long last) && cursor.steps() >= last) {
            limited = true;
            return false;
        }
        if (!run.step()) {
            cursor.differ("", 0, cursor.words(next), "nothing: no component had anything left to do");
            return false;
        }
        cursor.stepped();
        return true;
    }

    private boolean letIn(Entry.Event event, long origin) throws InterruptedException {
        if (event.kind() == EventKind.TIME) {
            if (limits.until() instanceof ReplayLimits.Until.Time(Duration last) && event.number() > last.toNanos()) {
                limited = true;
                return false;
            }
            if (!awaitTime(event.number(), origin)) {
                limited = true;
                return false;
            }
        }
        cursor.take();
        if (event.kind() == EventKind.END) {
            end(event);
            return false;
        }
        apply(event);
        return true;
    }

    private void apply(Entry.Event event) {
        switch (event.kind()) {
            case TIME -> {
                time = event.number();
                run.moveTo(time);
            }
            case REST -> run.rest();
            case TASK -> player(event).asked();
            case DONE -> player(event).done(event.number());
            case PRINT -> print(event.text());
            case BACK ->
                run.turn(header.components().get(event.component()).path()).resume();
            case STOP -> run.run().stop();
            case PAUSE -> run.run().pause();
            case RESUME -> run.run().resume();
            case SLOW -> run.run().slowMotion(Duration.ofNanos(event.number()));
            case WATCH -> run.run().watchPublished(true);
            case UNWATCH -> run.run().watchPublished(false);
            case CHANGE -> cursor.endsFor("the graph was changed while it ran, and a changed run is not recorded");
            case END -> throw new IllegalStateException("the end is nothing to do");
        }
    }

    private OutsidePlayer player(Entry.Event event) {
        OutsidePlayer player =
                players.get(header.components().get(event.component()).path());
        if (player == null) {
            throw new BrokenRecordingException("something comes to a component that is not an outside one");
        }
        return player;
    }

    private void end(Entry.Event event) {
        exitStatus = Optional.of((int) event.number());
        String ended = outcome().map(outcome -> outcome.ending().name()).orElse("still running");
        if (!ended.equals(event.text())) {
            cursor.differ("", 0, "an end of the run as " + event.text(), "one as " + ended);
        }
    }

    private Optional<RunOutcome> outcome() {
        return run.run().state() == RunState.ENDED
                ? Optional.of(run.run().ended().toCompletableFuture().join())
                : Optional.empty();
    }

    /** Waits until it is as late as it was then, by the speed asked for; false where it was cancelled meanwhile. */
    private boolean awaitTime(long nanos, long origin) throws InterruptedException {
        if (limits.speed().isEmpty()) {
            return true;
        }
        long due = origin
                + (long) Math.min(Long.MAX_VALUE / 4.0, nanos / limits.speed().getAsDouble());
        lock.lock();
        try {
            long left = due - System.nanoTime();
            while (!cancelled && left > 0) {
                left = Math.min(asked.awaitNanos(left), due - System.nanoTime());
            }
            return !cancelled;
        } finally {
            lock.unlock();
        }
    }

    private ReplayResult result() {
        Map<String, Long> deliveries = new LinkedHashMap<>();
        long[] counts = cursor.deliveredByLink();
        for (int i = 0; i < counts.length; i++) {
            deliveries.put(header.links().get(i), counts[i]);
        }
        return new ReplayResult(
                cursor.steps(),
                Duration.ofNanos(time),
                cursor.same(),
                cursor.hash(),
                cursor.difference(),
                reached(),
                exitStatus,
                cursor.flaw().or(blocks::flaw),
                outcome(),
                run.run().snapshot(),
                deliveries);
    }

    private ReplayResult.Reached reached() {
        if (cursor.difference().isPresent()) {
            return ReplayResult.Reached.DIFFERENCE;
        }
        if (limited || cursor.isStopped()) {
            return ReplayResult.Reached.LIMIT;
        }
        return exitStatus.isPresent() ? ReplayResult.Reached.END : ReplayResult.Reached.CUT_OFF;
    }

    /** Lets what is still at work come to its end, unseen, so that no thread is left behind. */
    private void endQuietly() {
        run.run().stop();
        for (long steps = 0; steps < MOST_STEPS_TO_END && run.run().state() != RunState.ENDED; steps++) {
            if (!run.step()) {
                long due = run.nextDue();
                if (due == Long.MAX_VALUE) {
                    return;
                }
                run.moveTo(due);
            }
        }
    }
}
