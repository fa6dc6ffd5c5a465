package io.myelin.engine.watch.recording;

import io.myelin.engine.component.Component;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.ComponentMaker;
import io.myelin.engine.run.DeterministicRun;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.LinkGate;
import io.myelin.engine.run.LinkHold;
import io.myelin.engine.run.LinkTap;
import io.myelin.engine.run.RunNotice;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunSnapshot;
import io.myelin.engine.run.RunState;
import io.myelin.engine.run.TopologyObserver;
import io.myelin.engine.run.Turn;
import io.myelin.engine.run.WaitReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A run that is being recorded: a {@link GraphRun} like any other, but that one thread drives it and what it is told
 * takes effect between two steps. When it has ended, {@link #finish} completes the recording.
 */
public final class RecordedRun implements GraphRun {
    private final DeterministicRun run;
    private final RecordedDriver driver;
    private final BlockWriter blocks;
    private final Journal journal;
    private final StandingGates gates;
    private final Thread thread;
    private final CompletableFuture<RunOutcome> ended = new CompletableFuture<>();

    private RecordedRun(RunPlan plan, RunOptions options, RecordingHeader header, BlockWriter blocks, Journal journal) {
        this.blocks = blocks;
        this.journal = journal;
        Map<String, OutsideRecorder> outside = outsideOf(plan, header);
        this.run = DeterministicRun.prepare(
                plan,
                options.withSlowMotion(Duration.ZERO),
                header.seed(),
                header.started(),
                maker(outside),
                Optional.of(new Comings(outside)));
        this.driver = new RecordedDriver(run, journal);
        this.gates = new StandingGates(run.run());
        for (int i = 0; i < plan.links().size(); i++) {
            int link = i;
            run.run().tap(plan.links().get(i), (message, sequence) -> journal.delivered(link, sequence, message));
        }
        this.thread = Thread.ofPlatform().daemon().name("myelin-recorded-run").unstarted(this::drive);
        if (!options.slowMotion().isZero()) {
            // As something that it is told, so that a replay is told the same.
            slowMotion(options.slowMotion());
        }
    }

    /**
     * Begins to record {@code plan} in {@code file}, without starting it; throws IOException, with a sentence for
     * people, where that can't be written.
     */
    static RecordedRun prepare(
            Path file, GraphOrigin origin, RunPlan original, RunOptions options, RecordingOptions how)
            throws IOException {
        RunPlan plan = RecordedPlan.of(original);
        RecordingHeader header = new RecordingHeader(
                how.product(),
                Instant.now(),
                ThreadLocalRandom.current().nextLong(),
                options.strict() || Boolean.getBoolean("myelin.strict"),
                options.stopGrace(),
                options.stall(),
                origin,
                RecordingHeader.members(plan),
                RecordingHeader.links(plan));
        BlockWriter blocks = BlockWriter.create(file, header.toBytes(), how);
        EntryWriter entries =
                new EntryWriter(blocks, plan.secrets(), plan.links().size());
        return new RecordedRun(plan, options, header, blocks, new Journal(entries, plan, how.notices()));
    }

    private Map<String, OutsideRecorder> outsideOf(RunPlan plan, RecordingHeader header) {
        Map<String, OutsideRecorder> outside = new HashMap<>();
        for (int i = 0; i < plan.components().size(); i++) {
            PlannedComponent component = plan.components().get(i);
            if (header.components().get(i).outside()) {
                outside.put(
                        component.path(),
                        new OutsideRecorder(i, component, journal, () -> run.turn(component.path()), this::admit));
            }
        }
        return outside;
    }

    private ComponentMaker maker(Map<String, OutsideRecorder> outside) {
        return component -> {
            OutsideRecorder recorder = outside.get(component.path());
            if (recorder != null) {
                return listenedTo(component, recorder);
            }
            if (RecordingHeader.isOutside(component)) {
                journal.endHere("the component '" + component.path() + "' reaches outside and was started while the"
                        + " graph ran, which is not recorded");
            }
            return ComponentMaker.BY_TYPE.make(component);
        };
    }

    private static Component listenedTo(PlannedComponent component, OutsideRecorder recorder) throws Exception {
        Component made = recorder.called(() -> ComponentMaker.BY_TYPE.make(component));
        recorder.journal().call(recorder.component(), CallKind.RETURNED);
        return switch (made) {
            case ReactiveComponent reactive -> new RecordedReactive(reactive, recorder);
            case SequentialComponent sequential -> new RecordedSequential(sequential, recorder);
        };
    }

    private void admit(EventKind kind, int component, long number, String text, Runnable effect) {
        driver.arrived(new Arrival(kind, component, number, text, effect));
    }

    /** Starts it; {@code watcher} gets it before anything moves. */
    RecordedRun start(Consumer<? super GraphRun> watcher) {
        watcher.accept(this);
        thread.start();
        return this;
    }

    private void drive() {
        try {
            driver.run();
            run.run().ended().whenComplete((outcome, _) -> ended.complete(outcome));
        } catch (Throwable broken) {
            ended.completeExceptionally(broken);
        }
    }

    /**
     * Completes the recording after the end of the run: notes how it ended, and the exit status that the program will
     * have, and waits until all is on the disk. Called early it waits for the end.
     */
    public void finish(int exitStatus) throws InterruptedException {
        RunOutcome outcome = awaitEnd();
        thread.join();
        journal.event(EventKind.END, 0, exitStatus, outcome.ending().name());
        journal.seal();
        blocks.close();
    }

    /** Who is told of components that take long outside. */
    private final class Comings implements Turn.Absences {
        private final Map<String, OutsideRecorder> outside;

        Comings(Map<String, OutsideRecorder> outside) {
            this.outside = outside;
        }

        @Override
        public void left(String path) {
            journal.call(recorder(path).component(), CallKind.AWAY);
        }

        @Override
        public void isBack(String path) {
            admit(
                    EventKind.BACK,
                    recorder(path).component(),
                    0,
                    "",
                    () -> run.turn(path).resume());
        }

        private OutsideRecorder recorder(String path) {
            return Optional.ofNullable(outside.get(path))
                    .orElseThrow(() -> new IllegalStateException("'" + path + "' is no outside component"));
        }
    }

    // ---- What it is told, and asked

    @Override
    public RunState state() {
        return run.run().state();
    }

    @Override
    public void pause() {
        admit(EventKind.PAUSE, 0, 0, "", run.run()::pause);
    }

    @Override
    public void resume() {
        admit(EventKind.RESUME, 0, 0, "", run.run()::resume);
    }

    @Override
    public void slowMotion(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("slow motion by " + delay + ": expected no time or more");
        }
        admit(EventKind.SLOW, 0, delay.toNanos(), "", () -> run.run().slowMotion(delay));
    }

    @Override
    public Duration slowMotion() {
        return run.run().slowMotion();
    }

    /**
     * As {@link GraphRun#apply}, but that the recording ends before the change, and that what would be thrown comes with
     * the stage that is returned.
     */
    @Override
    public CompletionStage<ChangeReport> apply(RunPlan changed) {
        CompletableFuture<ChangeReport> done = new CompletableFuture<>();
        gates.changeComes();
        admit(EventKind.CHANGE, 0, 0, "", () -> {
            journal.endHere("the graph was changed while it ran, and a changed run is not recorded");
            try {
                run.run().apply(RecordedPlan.of(changed)).whenComplete((report, failure) -> {
                    if (failure == null) {
                        done.complete(report);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
            } catch (IllegalArgumentException | IllegalStateException refused) {
                done.completeExceptionally(refused);
            } finally {
                gates.changeMade();
            }
        });
        var _ = ended.whenComplete(
                (_, _) -> done.completeExceptionally(new IllegalStateException("the run has ended")));
        return done.minimalCompletionStage();
    }

    @Override
    public void stop() {
        admit(EventKind.STOP, 0, 0, "", run.run()::stop);
        // Only now: what is let through must not have it go on as if nothing had been said.
        gates.open();
    }

    @Override
    public CompletionStage<RunOutcome> ended() {
        return ended.minimalCompletionStage();
    }

    @Override
    public RunOutcome awaitEnd() throws InterruptedException {
        try {
            return ended.get();
        } catch (java.util.concurrent.ExecutionException broken) {
            throw new IllegalStateException("the recorded run broke down", broken.getCause());
        }
    }

    @Override
    public Optional<RunOutcome> awaitEnd(Duration atMost) throws InterruptedException {
        try {
            return Optional.of(ended.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (java.util.concurrent.ExecutionException broken) {
            throw new IllegalStateException("the recorded run broke down", broken.getCause());
        }
    }

    @Override
    public RunSnapshot snapshot() {
        return run.run().snapshot();
    }

    @Override
    public WaitReport explain() {
        return run.run().explain();
    }

    @Override
    public List<RunNotice> notices() {
        return run.run().notices();
    }

    @Override
    public Optional<Object> published(String path) {
        return run.run().published(path);
    }

    @Override
    public void watchPublished(boolean watched) {
        admit(
                watched ? EventKind.WATCH : EventKind.UNWATCH,
                0,
                0,
                "",
                () -> run.run().watchPublished(watched));
    }

    @Override
    public AutoCloseable observe(TopologyObserver observer) {
        return run.run().observe(observer);
    }

    @Override
    public AutoCloseable tap(PlannedLink link, LinkTap tap) {
        return run.run().tap(link, tap);
    }

    /**
     * As {@link GraphRun#gate}, but that the whole run waits for a message that may not go: a replay knows of no gate. A
     * link of a change that it was told of counts as one of this run.
     */
    @Override
    public LinkHold gate(PlannedLink link, LinkGate gate) {
        return gates.set(link, gate);
    }
}
