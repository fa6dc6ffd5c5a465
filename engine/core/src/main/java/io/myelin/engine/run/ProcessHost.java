package io.myelin.engine.run;

import io.myelin.engine.component.BoundSettings;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.SettingProblem;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.plan.FailureHandling;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.process.FrameSender;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * In a child process: the ordinary engine with one component in it, on a thread of its own, between gates that stand for
 * the rest of the graph. What the component does by itself (ends, timers, {@code errors}, room) is the engine's; what a
 * failure does is asked of the parent.
 *
 * <p>The thread that hears the parent uses it, but for what is said to be another's.
 */
final class ProcessHost {
    private static final int NOT_STARTED = 1;
    private static final long LONGEST_FAREWELL_MILLIS = 60_000;

    private final ProcessStart start;
    private final IntConsumer exit;
    private final FrameSender sender;
    private final ProcessConsole console;
    private final ProcessScheduler scheduler = new ProcessScheduler(new WorkerScheduler(1), this::quiet);
    private final Semaphore goOn = new Semaphore(0);
    private @Nullable RunningGraph run;
    private @Nullable ProcessGates gates;
    /** How many entries have been heard: written by the thread that hears, while it counts as awake. */
    private volatile long heard;

    private boolean started;
    private volatile boolean watched;

    /** By the thread that hears the parent, which it answers on {@code out}; {@code exit} ends the process. */
    ProcessHost(ProcessStart start, OutputStream out, IntConsumer exit) {
        this.start = start;
        this.exit = exit;
        Thread hearing = Thread.currentThread();
        // Whoever has something to say may wait until the parent reads; but a stop has to be heard meanwhile.
        this.sender = new FrameSender(out, "myelin-to-parent", thread -> !thread.equals(hearing), new Report());
        this.console = new ProcessConsole(sender);
    }

    /** Makes the component ready and starts it; where that can't be, says so and ends the process. */
    void begin() {
        sender.start();
        try {
            PlannedComponent planned = planned();
            RunPlan plan = new RunPlan("", Path.of(start.folder()), List.of(planned), List.of());
            RunOptions options = new RunOptions(1, start.strict(), console, Duration.ofNanos(start.graceNanos()));
            RunningGraph made = new RunningGraph(plan, options, scheduler, this::make, Optional.of(this::check));
            run = made;
            made.whenFailed(this::failed);
            made.whenNoticed(notice -> say(ProcessEntry.NOTICE, notice.text()));
            gates = new ProcessGates(made, made.component(start.path()), sender, start);
        } catch (ClassNotFoundException missing) {
            canNotStart("Its class " + start.className() + " is not on the class path of its process.");
        } catch (IllegalArgumentException | LinkageError unfit) {
            canNotStart(FailureText.of(unfit));
        }
    }

    private Component make(PlannedComponent planned) throws Exception {
        Component made = ComponentMaker.BY_TYPE.make(planned);
        return switch (made) {
            case ReactiveComponent reactive -> ProcessTally.of(reactive, start);
            case SequentialComponent sequential -> inProcess(sequential);
        };
    }

    private static SequentialComponent inProcess(SequentialComponent sequential) {
        return context -> sequential.main(new ProcessContext(context));
    }

    private void canNotStart(String why) {
        say(ProcessEntry.CAN_NOT_START, why);
        leave(NOT_STARTED);
    }

    private void say(int kind, String text) {
        MessageWriter into = sender.begin();
        into.writeByte(kind);
        into.writeText(text);
        sender.end(true);
    }

    private void leave(int status) {
        try {
            sender.close(LONGEST_FAREWELL_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exit.accept(status);
    }

    private PlannedComponent planned() throws ClassNotFoundException {
        Class<?> named = Class.forName(start.className());
        ComponentType type = ComponentType.of(named.asSubclass(Component.class));
        BoundSettings bound = type.settings().bind(start.settings(), Path.of(start.folder()));
        Record settings = bound.settings()
                .orElseThrow(() -> new IllegalArgumentException("Its settings do not fit in its process: "
                        + String.join(
                                "; ",
                                bound.problems().stream()
                                        .map(SettingProblem::sentence)
                                        .toList())));
        Map<String, InboxLimit> limits = new HashMap<>();
        // One more than may be under way: what was in hand may be given again beside them.
        start.inboxes().forEach(inbox -> limits.put(inbox.name(), limit(inbox.messages() + 1)));
        limits.put(ComponentType.CONTROL.name(), limit(InboxLimit.UNBOUNDED));
        return new PlannedComponent(
                start.path(),
                start.path(),
                type,
                settings,
                Execution.THREAD,
                ComponentState.ON,
                new FailureHandling(FailurePolicy.SKIP, 0, Duration.ZERO, Duration.ZERO),
                boxes(start.inboxes()),
                boxes(start.outboxes()),
                limits);
    }

    private static InboxLimit limit(int messages) {
        return new InboxLimit(OptionalInt.of(messages), Optional.empty(), DataRecord.empty());
    }

    private static List<BoxDeclaration> boxes(List<ProcessStart.Window> windows) {
        return windows.stream()
                .map(window -> new BoxDeclaration(window.name(), java.util.Set.of(), ""))
                .toList();
    }

    // ---- What the parent says

    /** Hears the entries of a frame; {@code before} of them have been heard already. */
    void hear(MessageReader entries, int before) {
        RunningGraph running = run;
        ProcessGates open = gates;
        if (running == null || open == null) {
            return;
        }
        running.enter();
        long count = heard + before;
        try {
            while (entries.remaining() > 0) {
                count += hear(entries, running, open) ? 1 : 0;
            }
        } finally {
            heard = count;
            open.fed();
            running.leave();
        }
        sender.poke();
    }

    /** Hears one; whether it is counted. */
    private boolean hear(MessageReader entries, RunningGraph running, ProcessGates open) {
        int kind = entries.readByte();
        switch (kind) {
            case ProcessEntry.GIVE -> open.give((int) entries.readNumber(), entries.readMessage());
            case ProcessEntry.END -> open.end((int) entries.readNumber(), entries.readByte() == 1);
            case ProcessEntry.CONTROL -> open.control(entries.readMessage());
            case ProcessEntry.CREDIT -> open.credit((int) entries.readNumber(), entries.readNumber());
            case ProcessEntry.LINKS -> {
                open.links(entries);
                startOnce(running);
            }
            case ProcessEntry.GO_ON -> goOn.release();
            default -> {
                hearAside(kind, entries, running);
                return false;
            }
        }
        return true;
    }

    /** What asks nothing of the component, and is not counted. */
    private void hearAside(int kind, MessageReader entries, RunningGraph running) {
        switch (kind) {
            case ProcessEntry.STOP -> {
                running.stop();
                goOn.release();
            }
            case ProcessEntry.PAUSE -> running.pause();
            case ProcessEntry.RESUME -> running.resume();
            case ProcessEntry.WATCHED -> {
                watched = entries.readByte() == 1;
                running.watchPublished(watched);
            }
            case ProcessEntry.PRINTED -> console.printed((int) entries.readNumber());
            case ProcessEntry.PRINT_FAILED -> console.failed(entries.readText());
            case ProcessEntry.LINE -> console.line(entries.readText());
            case ProcessEntry.NO_LINE -> console.noLine(entries.readText());
            default -> throw new io.myelin.engine.message.DamagedMessageException("the unknown entry " + kind);
        }
    }

    /** With its first links, for it may look at them from the very beginning. */
    private void startOnce(RunningGraph running) {
        if (!started) {
            started = true;
            sender.beginAside().writeByte(ProcessEntry.READY);
            sender.end(true);
            running.start();
            var _ = running.ended()
                    .thenRun(() -> Thread.ofPlatform().name("myelin-farewell").start(this::farewell));
        }
    }

    private void farewell() {
        MessageWriter into = sender.begin();
        try {
            ProcessGates open = gates;
            if (open != null) {
                boolean _ = open.report(into, true);
            }
            into.writeByte(ProcessEntry.ENDED);
        } finally {
            sender.end(true);
        }
        leave(0);
    }

    // ---- What the component does; by its thread

    private void check(WiredOutbox outbox, Object message) {
        ProcessGates open = gates;
        if (open != null) {
            open.check(outbox, message);
        }
    }

    /** Says what failed, and waits for leave to go on where that may be. */
    private void failed(ComponentFailure failure) {
        RunningGraph running = run;
        if (running == null || running.isStopping()) {
            return;
        }
        ProcessGates open = gates;
        MessageWriter into = sender.begin();
        try {
            if (open != null) {
                open.sayTaken(into);
            }
            into.writeByte(ProcessEntry.FAILED);
            into.writeMessage(ProcessFailure.asMessage(failure, failure.handledBy() == FailurePolicy.SKIP));
        } finally {
            sender.end(true);
        }
        goOn.acquireUninterruptibly();
    }

    /** It seems that nothing can move any more until the parent says something. Whoever comes to rest last. */
    private void quiet() {
        ProcessGates open = gates;
        if (open != null) {
            open.quiet(scheduler, () -> heard);
        }
    }

    private final class Report implements FrameSender.Report {
        @Override
        public boolean add(MessageWriter into) {
            ProcessGates open = gates;
            return open != null && open.report(into, watched);
        }

        @Override
        public void close(MessageWriter frame) {
            ProcessGates open = gates;
            if (open != null) {
                open.sayTaken(frame);
            }
        }
    }
}
