package io.myelin.engine.run;

import io.myelin.engine.component.Component;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A graph at work: makes the components, links them, starts them, and knows when all have ended and how. What is said
 * to a run comes in here; what messages do does not.
 */
final class RunningGraph implements GraphRun {
    private static final String STOPPING = "the run is being stopped";

    /** How much of what components say about themselves is kept: nobody reads more, and one may say it of each message. */
    private static final int MOST_NOTICES = 1000;

    private volatile RunPlan plan;
    private final RunOptions options;
    private final Scheduler scheduler;
    private final ComponentMaker maker;
    private final Supervision supervision = new Supervision(this);
    private final DeadlockWatch deadlocks = new DeadlockWatch(this);
    private final Topology topology;
    private final List<ComponentFailure> failures = new CopyOnWriteArrayList<>();
    private final List<String> stalled = new CopyOnWriteArrayList<>();
    private final AtomicReference<RunOutcome.Ending> ending = new AtomicReference<>(RunOutcome.Ending.FINISHED);
    private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
    private final CountDownLatch allEnded = new CountDownLatch(1);
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger outsideWork = new AtomicInteger();
    private final PlacedGates gates = new PlacedGates(this);
    private final Object changing = new Object();
    private final Optional<MessageCheck> messageCheck;
    private final Map<RunningComponent, ProcessWindow> windows = new ConcurrentHashMap<>();
    private final Set<ProcessStandIn> processes = ConcurrentHashMap.newKeySet();
    private final RunClock clock;
    private volatile boolean paused;
    private volatile SlowMotion slowMotion;
    private volatile boolean watched;
    private volatile boolean stopping;
    private volatile @Nullable Object stopMessage;
    private final List<RunNotice> said = new CopyOnWriteArrayList<>();
    private volatile Consumer<ComponentFailure> whenFailed = _ -> {};
    private volatile Consumer<RunNotice> whenNoticed = _ -> {};

    RunningGraph(RunPlan plan, RunOptions options, Scheduler scheduler) {
        this(plan, options, scheduler, ComponentMaker.BY_TYPE);
    }

    RunningGraph(RunPlan plan, RunOptions options, Scheduler scheduler, ComponentMaker maker) {
        this(plan, options, scheduler, maker, MessageCheck.with(options));
    }

    RunningGraph(
            RunPlan plan,
            RunOptions options,
            Scheduler scheduler,
            ComponentMaker maker,
            Optional<MessageCheck> messageCheck) {
        this.plan = plan;
        this.maker = maker;
        this.options = options;
        this.scheduler = scheduler;
        this.messageCheck = messageCheck;
        this.clock = new RunClock(scheduler);
        this.slowMotion = SlowMotion.of(options.slowMotion(), scheduler.nanoTime());
        this.topology = new Topology(this, scheduler);
        topology.show(topology.make(plan, null));
    }

    /** The component at {@code path}; throws IllegalArgumentException where there is none. */
    RunningComponent component(String path) {
        return topology.component(path);
    }

    /** Starts every component; more calls do nothing. */
    void start() {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        scheduler.whenQuiet(this::quiet, this::isExpecting);
        scheduler.place();
        wiring().setInUse();
        Collection<RunningComponent> components = topology.components();
        if (components.isEmpty()) {
            complete();
            return;
        }
        scheduler.enlist();
        if (slowMotion.isOn()) {
            // Its first beat is a whole delay from now, not from when it was asked for.
            slowMotion(slowMotion.delay());
        }
        components.forEach(component -> component.strand().start());
        scheduler.retire();
    }

    // ---- For its components

    Scheduler scheduler() {
        return scheduler;
    }

    RunOptions options() {
        return options;
    }

    Topology topology() {
        return topology;
    }

    /** A new instance of {@code component}; throws what its constructor throws. */
    Component makeInstance(PlannedComponent component) throws Exception {
        return maker.make(component);
    }

    Wiring wiring() {
        return topology.wiring();
    }

    /** What relative paths are taken from. */
    Path folder() {
        return plan.folder();
    }

    /** What is under way to the child process that {@code component} is about to start; by its thread. */
    ProcessWindow windowOf(RunningComponent component) {
        return windows.merge(component, new ProcessWindow(component.plan), ProcessWindow::after);
    }

    /** What is under way to components in child processes; any thread. */
    Map<RunningComponent, ProcessWindow> windows() {
        return windows;
    }

    /** Those whose child processes run just now; any thread. */
    Set<ProcessStandIn> processes() {
        return processes;
    }

    Supervision supervision() {
        return supervision;
    }

    DeadlockWatch deadlocks() {
        return deadlocks;
    }

    boolean isPaused() {
        return paused;
    }

    SlowMotion slowMotionNow() {
        return slowMotion;
    }

    Collection<RunningComponent> components() {
        return topology.components();
    }

    /** Components have come that are about to start: what holds for the others holds for them. */
    synchronized void joined(Collection<RunningComponent> added) {
        if (paused) {
            added.forEach(RunningComponent::pause);
        }
        if (slowMotion.isOn()) {
            added.forEach(component -> component.slowMotionChanged(true));
        }
        if (stopping) {
            Object stop = Status.stop(STOPPING);
            added.forEach(component -> component.requestStop(stop));
        }
    }

    /** The child process of {@code process} has begun: it is told from now on, and at once, what holds for all. */
    synchronized void joined(ProcessStandIn process) {
        processes.add(process);
        if (paused) {
            process.pause(true);
        }
    }

    /** The handle of a link of the plan. */
    WiredLink wired(PlannedLink link) {
        return topology.wired(link);
    }

    /** The message by which all are stopped; null where they are not. */
    @Nullable
    Object stopMessage() {
        return stopMessage;
    }

    boolean isStopping() {
        return stopping;
    }

    boolean isWatched() {
        return watched;
    }

    boolean checksMessages() {
        return messageCheck.isPresent();
    }

    void checkMessage(WiredOutbox outbox, Object message) {
        messageCheck.ifPresent(check -> check.check(outbox, message));
    }

    /** {@code text} without secrets. */
    String redact(String text) {
        return plan.redact(text);
    }

    /** Somebody outside is about to wake a component. */
    void enter() {
        scheduler.enlist();
    }

    /** The end of what {@link #enter} began. */
    void leave() {
        scheduler.retire();
    }

    /** The gates on links of the plan. */
    PlacedGates gates() {
        return gates;
    }

    void outsideWork(int more) {
        outsideWork.addAndGet(more);
    }

    void failed(ComponentFailure failure) {
        failures.add(failure);
        whenFailed.accept(failure);
    }

    /** Lets {@code listener} hear of each failure, on the thread of what failed, before anything comes of it. */
    void whenFailed(Consumer<ComponentFailure> listener) {
        whenFailed = listener;
    }

    /** A component says something about itself. */
    void notice(RunNotice notice) {
        if (said.size() < MOST_NOTICES) {
            said.add(notice);
            whenNoticed.accept(notice);
        }
    }

    /** Lets {@code listener} hear of what components say about themselves, on their threads. */
    void whenNoticed(Consumer<RunNotice> listener) {
        whenNoticed = listener;
    }

    void stopAfterFailure() {
        shutDown(RunOutcome.Ending.FAILED, "another component failed");
    }

    void componentEnded() {
        topology.changed();
        if (topology.ended()) {
            complete();
        }
    }

    // ---- The end

    private void complete() {
        clock.halt();
        scheduler.close();
        outcome.complete(new RunOutcome(ending.get(), failures, stalled));
        allEnded.countDown();
        topology.changed();
    }

    private void shutDown(RunOutcome.Ending why, String reason) {
        shutDown(why, reason, List.of());
    }

    private void shutDown(RunOutcome.Ending why, String reason, List<String> sentences) {
        // First of all: whoever asks for a stop, even a second time, must see that none of what ends is a normal end.
        stopping = true;
        if (!ending.compareAndSet(RunOutcome.Ending.FINISHED, why)) {
            return;
        }
        stalled.addAll(sentences);
        scheduler.enlist();
        try {
            resume();
            Object stop = Status.stop(reason);
            stopMessage = stop;
            for (RunningComponent component : components()) {
                component.requestStop(stop);
            }
            long grace = options.stopGrace().toNanos();
            scheduler.later(grace / 4, () -> components().forEach(RunningComponent::interruptIfRunning));
            scheduler.later(grace, this::giveUp);
        } finally {
            scheduler.retire();
        }
    }

    private void giveUp() {
        List<RunningComponent> stuck = components().stream()
                .filter(RunningComponent::isStuck)
                .sorted(Comparator.comparing(RunningComponent::isCalledDirectly).reversed())
                .toList();
        // Those that are called by others first: only while these still have their thread can be told where it stands.
        stuck.forEach(component -> component.giveUp(options.stopGrace()));
        if (topology.unended() > 0) {
            scheduler.later(options.stopGrace().toNanos() / 4, this::giveUp);
        }
    }

    /** Nothing runs and nothing is due: it is stuck, unless something may come from outside. */
    private void quiet() {
        if (topology.unended() > 0 && !stopping && !isExpecting()) {
            // Not here: whoever finds it quiet is about to rest, and must not be woken by itself.
            scheduler.later(0, this::stall);
        }
    }

    boolean isExpecting() {
        return outsideWork.get() > 0 || paused;
    }

    private void stall() {
        if (topology.unended() > 0 && !stopping && scheduler.isQuiet()) {
            Optional<RunningComponent> ring = DrainedRing.in(components(), wiring());
            if (ring.isPresent()) {
                scheduler.enlist();
                ring.get().boxes().dataInboxes().forEach(wiring()::endRing);
                scheduler.retire();
                return;
            }
            if (!deadlocks.resolveAtRest()) {
                stalled();
            }
        }
    }

    /** Ends the run since it, or a part of it, can never move again. */
    void stalled() {
        List<String> sentences = deadlocks.explain().sentences();
        shutDown(RunOutcome.Ending.STALLED, "nothing can move any more", sentences);
    }

    // ---- For those who watch and command it

    @Override
    public RunState state() {
        if (topology.unended() == 0) {
            return RunState.ENDED;
        }
        if (stopping) {
            return RunState.STOPPING;
        }
        return paused ? RunState.PAUSED : RunState.RUNNING;
    }

    @Override
    public synchronized void pause() {
        if (!paused && !stopping) {
            paused = true;
            clock.halt();
            components().forEach(RunningComponent::pause);
            processes.forEach(process -> process.pause(true));
        }
    }

    @Override
    public synchronized void resume() {
        if (paused) {
            scheduler.enlist();
            paused = false;
            clock.go();
            components().forEach(RunningComponent::resume);
            processes.forEach(process -> process.pause(false));
            scheduler.retire();
        }
    }

    @Override
    public synchronized void slowMotion(Duration delay) {
        slowMotion = SlowMotion.of(delay, scheduler.nanoTime());
        if (!started.get()) {
            return;
        }
        boolean isOn = slowMotion.isOn();
        scheduler.enlist();
        components().forEach(component -> component.slowMotionChanged(isOn));
        scheduler.retire();
    }

    @Override
    public Duration slowMotion() {
        return slowMotion.delay();
    }

    @Override
    public CompletionStage<ChangeReport> apply(RunPlan wished) {
        synchronized (changing) {
            if (!started.get() || stopping || !topology.tryHold()) {
                throw new IllegalStateException("a run is changed while it runs; this one "
                        + (started.get() ? "is being stopped or has ended" : "has not been started"));
            }
            scheduler.enlist();
            try {
                LiveChange change = new LiveChange(this, plan, wished);
                change.begin();
                plan = wished;
                return change.report().minimalCompletionStage();
            } finally {
                scheduler.retire();
                componentEnded();
            }
        }
    }

    @Override
    public void stop() {
        shutDown(RunOutcome.Ending.STOPPED, "the run was stopped");
    }

    @Override
    public CompletionStage<RunOutcome> ended() {
        return outcome.minimalCompletionStage();
    }

    @Override
    public RunOutcome awaitEnd() throws InterruptedException {
        scheduler.runUntil(() -> topology.unended() == 0, Strand.NEVER);
        allEnded.await();
        return outcome.join();
    }

    @Override
    public Optional<RunOutcome> awaitEnd(Duration atMost) throws InterruptedException {
        scheduler.runUntil(() -> topology.unended() == 0, atMost.toNanos());
        return allEnded.await(atMost.toNanos(), TimeUnit.NANOSECONDS) ? Optional.of(outcome.join()) : Optional.empty();
    }

    @Override
    public RunSnapshot snapshot() {
        return SnapshotReader.read(state(), clock.elapsed(), components(), topology.links(), wiring(), windows);
    }

    @Override
    public WaitReport explain() {
        return deadlocks.explain();
    }

    @Override
    public List<RunNotice> notices() {
        List<RunNotice> all = new ArrayList<>(deadlocks.notices());
        all.addAll(said);
        return all;
    }

    @Override
    public Optional<Object> published(String path) {
        return component(path).published();
    }

    @Override
    public void watchPublished(boolean nowWatched) {
        watched = nowWatched;
        processes.forEach(process -> process.watch(nowWatched));
    }

    @Override
    public AutoCloseable observe(TopologyObserver observer) {
        return topology.observe(observer);
    }

    @Override
    public AutoCloseable tap(PlannedLink link, LinkTap tap) {
        WiredLink wired = wired(link);
        wiring().tap(wired, tap);
        return () -> wiring().untap(wired, tap);
    }

    @Override
    public LinkHold gate(PlannedLink link, LinkGate gate) {
        return gates.place(link, gate);
    }
}
