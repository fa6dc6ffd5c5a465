package io.myelin.app.editor.live;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.GraphChange;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.editor.file.BreakpointFiles;
import io.myelin.app.editor.live.panel.ConsoleLine.Kind;
import io.myelin.app.editor.live.panel.ConsoleLog;
import io.myelin.app.editor.live.run.ConsoleBuffer;
import io.myelin.app.editor.live.run.LiveEdits;
import io.myelin.app.editor.live.run.ParameterSource;
import io.myelin.app.editor.live.run.RecordingStarter;
import io.myelin.app.editor.live.run.RunBreakpoints;
import io.myelin.app.editor.live.run.RunControl;
import io.myelin.app.editor.live.run.RunFollower;
import io.myelin.app.editor.live.run.RunPhase;
import io.myelin.app.editor.live.run.RunSession;
import io.myelin.app.editor.live.traffic.RunTraffic;
import io.myelin.app.editor.live.view.RunViews;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.ComponentFailure;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.watch.recording.RecordingFile;
import io.myelin.engine.watch.recording.ReplayLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A document that can be run: its runs, one at a time, what they printed, and the traffic of the last. */
final class LiveDocument {
    private static final String READS = "console.read";
    private static final Set<String> CONSOLE = Set.of(READS, "console.print");

    private final Document document;
    private final RecordingStarter starter;
    private final RunControl control;
    private final LiveEdits edits;
    private final Consumer<? super LiveDocument> follower;
    private final ConsoleLog log = new ConsoleLog();
    private final RunBreakpoints breakpoints;
    private final KeptBreakpoints kept;
    private final Map<RunSession, RunTraffic> begun = new ConcurrentHashMap<>();
    private final List<Subscription> subscriptions;
    private Optional<LiveRun> live = Optional.empty();
    private Optional<LevelRun> inside = Optional.empty();
    private Optional<LinkReference> link = Optional.empty();
    private boolean isNew;
    private Optional<String> change = Optional.empty();
    private Optional<Path> recording = Optional.empty();

    /**
     * {@code follower} is told whenever the run has become that of an edited graph, or has been changed by it; breakpoints
     * are kept in {@code files}.
     */
    LiveDocument(
            Document document,
            RecordingStarter starter,
            BreakpointFiles files,
            ParameterSource parameters,
            Consumer<? super LiveDocument> follower,
            RunThreads threads) {
        this.document = document;
        this.starter = starter;
        this.follower = follower;
        breakpoints = new RunBreakpoints(files, threads.background());
        kept = new KeptBreakpoints(document, files);
        ParameterSource asked = (graph, always, answer) -> {
            if (starter.isReplayNext()) {
                answer.accept(Optional.of(Map.of()));
            } else {
                parameters.values(graph, always, answer);
            }
        };
        control = new RunControl(document, starter, asked, this::listen, threads.background(), threads.window());
        subscriptions = List.of(
                control.onChange(_ -> phaseChanged()),
                document.onBreakpoints(
                        _ -> breakpoints.want(RunBreakpoints.wanted(document), RunBreakpoints.renamed(document))),
                document.onChange(this::edited));
        breakpoints.want(RunBreakpoints.wanted(document), Map.of());
        edits = new LiveEdits(
                document, control, starter, new Following(), threads.background(), threads.window(), threads.later());
    }

    /** On the thread that starts a run, before its first message. */
    private void listen(RunSession session) {
        // Views publish only while watched: one that hears of it after a burst would show nothing of that.
        RunViews.watch(session.run(), session.plan());
        begun.put(session, new RunTraffic(session));
        breakpoints.begin(session);
    }

    private void phaseChanged() {
        if (control.phase() == RunPhase.IDLE) {
            // Also where nothing was started: another run is not one that people asked to be recorded.
            starter.recordNothing();
            recording = Optional.empty();
        }
        control.session().ifPresent(session -> {
            RunTraffic traffic = begun.remove(session);
            if (traffic != null) {
                live.ifPresent(before -> before.traffic().close());
                live = Optional.of(new LiveRun(traffic, new RunViews(session)));
                isNew = true;
                log.add(Kind.NOTE, RunStory.beginning(session));
            }
            control.outcome().filter(_ -> control.phase() == RunPhase.IDLE).ifPresent(how -> ended(session, how));
        });
    }

    private void ended(RunSession session, RunOutcome outcome) {
        breakpoints.ended();
        live.ifPresent(run -> {
            drainConsole();
            log.add(
                    RunStory.isBad(outcome) ? Kind.FAILURE : Kind.NOTE,
                    RunStory.ending(session, outcome, run.traffic().lastSnapshot()));
            RunStory.losses(run.traffic().lastSnapshot()).forEach(loss -> log.add(Kind.NOTE, loss));
            run.views().refresh();
        });
    }

    /** The figures of the run are those of the links that are in its graph and in the document. */
    private void edited(GraphChange change) {
        live.ifPresent(run -> {
            Set<LinkReference> before = links(change.before());
            Set<LinkReference> after = links(change.after());
            before.stream().filter(link -> !after.contains(link)).forEach(run.traffic()::forget);
            after.stream().filter(link -> !before.contains(link)).forEach(run.traffic()::recall);
        });
    }

    private static Set<LinkReference> links(Graph graph) {
        return graph.links().stream().map(LinkReference::of).collect(Collectors.toSet());
    }

    /** Keeps the figures, the views and the story of the run beside what edits make of it. */
    private final class Following implements RunFollower {
        @Override
        public void applying(RunSession session, RunPlan plan) {
            RunViews.watch(session.run(), plan);
        }

        @Override
        public void followed(RunSession session, PlanDifference difference) {
            of(session).ifPresent(run -> {
                run.traffic().follow(difference);
                breakpoints.followed();
                // What the level is made of may be another: it is looked at anew.
                leave();
                RunViews views = run.views().followed();
                if (!views.equals(run.views())) {
                    live = Optional.of(new LiveRun(run.traffic(), views));
                    isNew = true;
                }
                follower.accept(LiveDocument.this);
            });
        }

        @Override
        public void unchanged(RunSession session) {
            of(session).ifPresent(run -> run.traffic().remember());
        }

        @Override
        public void settled(RunSession session, ChangeReport report) {
            of(session).ifPresent(run -> {
                run.traffic().show(report);
                drainConsole();
                change = RunStory.change(report, Instant.now());
                change.ifPresent(text -> log.add(Kind.NOTE, text));
                follower.accept(LiveDocument.this);
            });
        }

        private Optional<LiveRun> of(RunSession session) {
            return live.filter(run -> run.traffic().session().equals(session));
        }
    }

    /** The part of the run that {@code place} shows; empty before the first run. Until {@link #leave}. */
    Optional<LevelRun> enter(ShownLevel place) {
        if (live.isPresent()
                && inside.filter(one -> one.isOf(live.get(), place)).isEmpty()) {
            leave();
            inside = Optional.of(LevelRun.of(live.get(), place));
        }
        return inside;
    }

    /** The whole graph is shown again, or another part of it. */
    void leave() {
        inside.ifPresent(one -> {
            one.traffic().close();
            link = Optional.empty();
        });
        inside = Optional.empty();
    }

    /** The traffic of what is shown: of the run or a part of it. */
    Optional<RunTraffic> shownTraffic() {
        return inside.map(LevelRun::traffic).or(() -> live.map(LiveRun::traffic));
    }

    /** Takes over what the run has printed. */
    void drainConsole() {
        live.map(run -> run.traffic().session())
                .ifPresent(session ->
                        log.add(session.console().take(), session.plan().secrets()));
    }

    /** Ends the run, and listens to the document no more. */
    void close() {
        control.stop();
        leave();
        subscriptions.subList(1, subscriptions.size()).forEach(Subscription::close);
        kept.close();
        edits.close();
    }

    /** Runs the graph as it is now, and records the run in {@code file}. */
    void record(Path file) {
        starter.recordNext(file);
        recording = Optional.of(file);
        control.run();
    }

    /** Where the run that goes on is recorded; empty where it is not. */
    Optional<Path> recording() {
        return recording.filter(_ -> control.phase() != RunPhase.IDLE);
    }

    /** Does the run in {@code recording}, which was one of this graph, again. */
    void replay(RecordingFile recording, ReplayLimits limits) {
        starter.replayNext(recording, limits);
        control.run();
    }

    /** The breakpoints of the run. */
    RunBreakpoints breakpoints() {
        return breakpoints;
    }

    /** How edits are applied to the run. */
    LiveEdits edits() {
        return edits;
    }

    /** Takes the run that goes on where the canvas is to show it anew: once when it begins, and when its views change. */
    Optional<LiveRun> takeRun() {
        Optional<LiveRun> taken = live.filter(_ -> isNew);
        isNew = false;
        return taken;
    }

    /** Takes what the last change has done to the run, for people; empty where that was nothing, or was taken before. */
    Optional<String> takeChange() {
        Optional<String> taken = change;
        change = Optional.empty();
        return taken;
    }

    Document document() {
        return document;
    }

    RunControl control() {
        return control;
    }

    ConsoleLog log() {
        return log;
    }

    /** The run that goes on, or the last one; empty before the first. */
    Optional<LiveRun> live() {
        return live;
    }

    /** What failed in the run that goes on, or in the last one. */
    List<ComponentFailure> failures() {
        return live.map(run ->
                        RunStory.failures(control.outcome(), run.traffic().snapshot()))
                .orElse(List.of());
    }

    /** The wire whose messages people look at. */
    Optional<LinkReference> link() {
        return link;
    }

    void setLink(LinkReference chosen) {
        link = Optional.of(chosen);
    }

    /** Where what is typed goes; empty where nothing reads it. */
    Optional<ConsoleBuffer> reader() {
        return control.session()
                .filter(_ -> control.phase() != RunPhase.IDLE)
                .filter(session -> session.plan().components().stream().anyMatch(one -> isType(one, Set.of(READS))))
                .map(RunSession::console);
    }

    /** Whether the run reads or prints. */
    boolean usesConsole() {
        return control.session()
                .filter(session -> session.plan().components().stream().anyMatch(one -> isType(one, CONSOLE)))
                .isPresent();
    }

    private static boolean isType(PlannedComponent component, Set<String> types) {
        return types.contains(component.type().id());
    }
}
