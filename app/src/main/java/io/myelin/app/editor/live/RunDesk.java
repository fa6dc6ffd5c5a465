package io.myelin.app.editor.live;

import io.myelin.app.command.MyelinCommandLine;
import io.myelin.app.editor.canvas.live.LookClock;
import io.myelin.app.editor.document.Breakpoints.Rule;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.SavePlace;
import io.myelin.app.editor.file.SavedKind;
import io.myelin.app.editor.live.panel.ConsolePanel;
import io.myelin.app.editor.live.panel.MessagesPanel;
import io.myelin.app.editor.live.panel.PanelSheet;
import io.myelin.app.editor.live.run.EngineRunStarter;
import io.myelin.app.editor.live.run.RecordingStarter;
import io.myelin.app.editor.live.run.RunBreakpoints;
import io.myelin.app.editor.live.run.RunControl;
import io.myelin.app.editor.live.run.RunPhase;
import io.myelin.app.editor.live.run.RunSession;
import io.myelin.app.editor.live.traffic.Quantity;
import io.myelin.app.editor.live.traffic.RunTraffic;
import io.myelin.app.editor.problem.CheckedGraph;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.watch.recording.RecordingFile;
import io.myelin.engine.watch.recording.ReplayLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;

/**
 * The runs of all documents of one window, and the panels that show the one in front. While something runs it looks
 * twenty times a second; while nothing does it does nothing. Belongs to the window's thread.
 */
public final class RunDesk {
    private static final Texts TEXTS = Texts.of(RunDesk.class);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final long UNTIL_APPLIED_MILLIS = 300;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final LiveHost host;
    private final Function<Document, RecordingStarter> starters;
    private final RunThreads threads;
    private final Map<Document, LiveDocument> documents = new LinkedHashMap<>();
    private final List<CompletionStage<?>> closing = new ArrayList<>();
    private final ConsolePanel console = new ConsolePanel();
    private final MessagesPanel messages = new MessagesPanel();
    private final OutcomePanel outcome = new OutcomePanel(this::reveal);
    private final ViewTabs views;
    private final Label state = new Label();
    private final RecordingMark recording = new RecordingMark();
    private final StateCounts states;
    private final EditsChip edits;
    private final Tab consoleTab;
    private final Tab messagesTab;
    private final Tab outcomeTab;
    private final LookClock looks = new LookClock(BETWEEN_LOOKS, this::look);
    private Optional<LiveDocument> current = Optional.empty();
    private final HeldWires held;
    private String heldText = "";
    /** Whether something had failed at the last look. */
    private boolean hasFailed;

    private boolean followsEdits;

    /** Runs graphs on the engine, with the environment of this process and the secrets of {@code host}. */
    public RunDesk(LiveHost host) {
        this(
                host,
                document -> new RecordingStarter(
                        new EngineRunStarter(document.catalog(), System.getenv(), host.secrets()),
                        MyelinCommandLine.product(),
                        text -> Platform.runLater(() -> host.say(text))),
                new RunThreads(
                        task -> Thread.ofVirtual().name("run-start").start(task),
                        Platform::runLater,
                        CompletableFuture.delayedExecutor(
                                UNTIL_APPLIED_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater)));
    }

    RunDesk(LiveHost host, Function<Document, RecordingStarter> starters, RunThreads threads) {
        this.host = host;
        this.starters = starters;
        this.threads = threads;
        this.edits = new EditsChip(host);
        this.held = new HeldWires(host, documents.values());
        this.followsEdits = host.followsEdits();
        views = new ViewTabs(host);
        consoleTab = host.addPanel("panel-console", TEXTS.get("run.console"), "mdi2c-console", console.node());
        messagesTab = host.addPanel(
                "panel-messages", TEXTS.get("panel.messages"), "mdi2e-email-multiple-outline", messages.node());
        outcomeTab =
                host.addPanel("panel-outcome", TEXTS.get("panel.run"), "mdi2c-clipboard-check-outline", outcome.node());
        state.setId("run-state");
        state.getStyleClass().add("run-state");
        RunActions actions = new RunActions(host.actions(), () -> current);
        actions.addRunActions();
        actions.addRecordActions(TEXTS.get("record"), this::record, TEXTS.get("replay"), this::replay);
        actions.addPaceActions();
        actions.addPanelActions(
                () -> host.showPanel(consoleTab), () -> host.showPanel(messagesTab), () -> host.showPanel(outcomeTab));
        actions.addFailureAction(this::showFailure);
        new BreakpointActions(host, () -> current, held).add();
        actions.addEditActions(() -> followsEdits, this::followEdits);
        PanelSheet.dress(host.runControls());
        actions.addButtons(host.runControls(), recording.node(), state, edits.node());
        states = new StateCounts(host, () -> current);
        host.addStatus(states.node());
    }

    private LiveDocument open(Document document) {
        ParameterSheet sheet = new ParameterSheet(document, host.overlay(), host.dialogs(), host.secrets());
        RecordingStarter starter = starters.apply(document);
        LiveDocument live = new LiveDocument(document, starter, host.breakpointFiles(), sheet, this::followed, threads);
        live.edits().setOn(followsEdits);
        live.edits().onChange(_ -> editsStand(live));
        live.control().onChange(_ -> phaseChanged(live));
        // By then they are kept, from where the runs of others in which this graph stands take them.
        document.onBreakpoints(
                _ -> documents.values().forEach(one -> one.breakpoints().filesChanged()));
        document.selection().onChange(selection -> {
            if (selection.components().isEmpty() && selection.links().size() == 1) {
                choose(live, selection.links().getFirst());
            }
        });
        return live;
    }

    /** Runs the document in front and records that where people choose; nobody is asked about a graph that cannot run. */
    private void record() {
        current.filter(live -> live.control().phase() == RunPhase.IDLE).ifPresent(live -> {
            Document document = live.document();
            document.haveSettled();
            Graph graph = document.graph();
            Supplier<List<Problem>> check = CheckedGraph.check(document, host.secrets());
            threads.background().execute(() -> {
                List<Problem> found = check.get();
                threads.window().execute(() -> record(live, graph, found));
            });
        });
    }

    private void record(LiveDocument live, Graph checked, List<Problem> found) {
        Document document = live.document();
        if (!isCurrent(live) || live.control().phase() != RunPhase.IDLE) {
            return;
        }
        if (found.stream().anyMatch(Problem::isError)) {
            if (!document.problems().hasErrors()) {
                document.checked(checked, found);
            }
            host.showProblems();
            host.refuse(TEXTS.get("said.problems"));
            return;
        }
        Path suggestion = document.folder().resolve(document.name() + SavedKind.RECORDING.ending());
        SavePlace.chooseFree(host.dialogs(), SavedKind.RECORDING, suggestion).ifPresent(file -> {
            if (document.knownLevels().stream()
                    .anyMatch(level -> !level.breakpoints().all().isEmpty())) {
                host.say(TEXTS.get("record.holds-all"));
            }
            live.record(file);
        });
    }

    /** Opens the graph of a recording that people choose, and does the run again there, held as the one in front is. */
    private void replay() {
        Path start = current.map(live -> live.document().folder())
                .orElseGet(() -> Path.of("").toAbsolutePath());
        host.dialogs().choosePath(Dialogs.PathKind.FILE_TO_READ, start).ifPresent(file -> {
            try {
                RecordingFile recording = RecordingFile.open(file);
                Optional<Graph> graph = recording.graph();
                graph.ifPresentOrElse(
                        recorded -> new ReplaySheet()
                                .ask(host.overlay(), limits -> replay(recorded, file, recording, limits)),
                        () -> host.dialogs().showError(TEXTS.get("replay.unreadable"), TEXTS.get("replay.no-graph")));
            } catch (IOException unreadable) {
                host.dialogs().showError(TEXTS.get("replay.unreadable"), String.valueOf(unreadable.getMessage()));
            }
        });
    }

    private void replay(Graph graph, Path file, RecordingFile recording, ReplayLimits limits) {
        Map<List<String>, Map<LinkReference, Rule>> breakpoints =
                current.map(live -> KeptBreakpoints.of(live.document())).orElse(Map.of());
        String name = file.getFileName().toString();
        String stem = name.endsWith(SavedKind.RECORDING.ending())
                ? name.substring(0, name.length() - SavedKind.RECORDING.ending().length())
                : name;
        host.openGraph(graph, TEXTS.get("replay.name", stem));
        current.ifPresent(live -> {
            KeptBreakpoints.restore(live.document(), breakpoints);
            live.replay(recording, limits);
        });
    }

    private void followEdits(boolean follows) {
        followsEdits = follows;
        host.setFollowsEdits(follows);
        documents.values().forEach(live -> live.edits().setOn(follows));
    }

    /** The run of {@code live} has become that of the edited graph, or what that takes has been done. */
    private void followed(LiveDocument live) {
        live.takeRun().ifPresent(run -> host.showLive(live.document(), run));
        showLevel(live);
        Optional<String> change = live.takeChange();
        if (isCurrent(live)) {
            change.ifPresent(host::say);
            showCurrent();
        }
    }

    private void editsStand(LiveDocument live) {
        if (isCurrent(live)) {
            host.actions().refresh();
            edits.show(current);
        }
    }

    /** A document was closed: its run is ended in order. */
    public void close(Document document) {
        Optional.ofNullable(documents.remove(document)).ifPresent(live -> {
            live.close();
            closing.removeIf(end -> end.toCompletableFuture().isDone());
            closing.add(live.control().ended());
        });
        stopLookingWhenIdle();
        current = current.filter(live -> !live.document().equals(document));
    }

    /** Another document is in front, maybe for the first time; empty for none. */
    public void show(Optional<Document> document) {
        current = document.map(one -> documents.computeIfAbsent(one, this::open));
        current.ifPresent(this::showLevel);
        showCurrent();
    }

    /** Shows the run on the level that is shown too, at the place by which that was entered. */
    private void showLevel(LiveDocument live) {
        host.shownInstance(live.document())
                .ifPresentOrElse(
                        place -> live.enter(place).ifPresent(run -> host.showLive(place.level(), run)), live::leave);
    }

    /** Somebody clicked a wire: brings its messages to the front where there was a run. */
    public void linkClicked(Document document, LinkReference link) {
        Optional.ofNullable(documents.get(document)).ifPresent(live -> {
            choose(live, link);
            if (live.live().isPresent()) {
                host.showPanel(messagesTab);
            }
        });
    }

    /** Done when the runs of all documents that were closed have ended; on whatever thread ends the last. */
    public CompletionStage<Void> closedRunsEnded() {
        return CompletableFuture.allOf(
                closing.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }

    private void choose(LiveDocument live, LinkReference link) {
        live.setLink(link);
        if (isCurrent(live)) {
            messages.show(live.shownTraffic(), live.link());
        }
    }

    private boolean isCurrent(LiveDocument live) {
        return current.filter(live::equals).isPresent();
    }

    private void phaseChanged(LiveDocument live) {
        RunControl control = live.control();
        if (control.phase() == RunPhase.IDLE) {
            ended(live);
        } else if (control.phase() != RunPhase.PREPARING) {
            live.takeRun().ifPresent(run -> {
                host.showLive(live.document(), run);
                showLevel(live);
            });
            looks.start();
        }
        if (isCurrent(live)) {
            showCurrent();
            host.announce(announcement(live));
            if (control.phase() == RunPhase.RUNNING && live.usesConsole() && !isReading()) {
                host.showPanel(consoleTab);
            }
        }
    }

    /** Whether people look at something of a run already that is not to be covered. */
    private boolean isReading() {
        return messagesTab.isSelected() || views.isInFront();
    }

    private void ended(LiveDocument live) {
        RunControl control = live.control();
        if (!control.refusal().isEmpty()) {
            live.document().checked(live.document().graph(), control.refusal());
            if (isCurrent(live)) {
                host.showProblems();
            }
            host.refuse(TEXTS.get("said.problems"));
        }
        if (isCurrent(live) && control.outcome().filter(RunStory::isBad).isPresent()) {
            host.showPanel(outcomeTab);
        }
        stopLookingWhenIdle();
    }

    private void stopLookingWhenIdle() {
        if (documents.values().stream().allMatch(one -> one.control().phase() == RunPhase.IDLE)) {
            looks.stop();
        }
    }

    private void look() {
        documents.values().forEach(LiveDocument::drainConsole);
        current.ifPresent(live -> {
            live.live().ifPresent(run -> run.views().refresh());
            messages.refresh();
            showHeld(live);
            showOutcome(live);
            if (outcome.showsFailures() != hasFailed) {
                hasFailed = !hasFailed;
                host.actions().refresh();
            }
        });
        states.refresh();
    }

    /** What is held may have come to be, or have gone on, since the last look. */
    private void showHeld(LiveDocument live) {
        held.mark();
        Optional<LiveDocument> holder = held.holder(live);
        if (holder.isEmpty() != heldText.isEmpty()) {
            host.actions().refresh();
            holder.stream()
                    .flatMap(one -> one.breakpoints().held().stream())
                    .findFirst()
                    .ifPresent(first -> showFirstHeld(live, first.place()));
        }
        heldText = holder.map(HeldWires::text).orElse("");
        messages.showHeld(heldText);
    }

    /** The messages of the wire on which one is held come to the front, so that it can be read. */
    private void showFirstHeld(LiveDocument live, RunBreakpoints.Place place) {
        if (place.file().isEmpty()
                && place.level().equals(host.shownLevel(live.document()).path())) {
            choose(live, place.link());
        }
        host.showPanel(messagesTab);
    }

    private void showCurrent() {
        host.actions().refresh();
        edits.show(current);
        states.refresh();
        views.show(current.flatMap(LiveDocument::live).map(LiveRun::views));
        recording.show(current.flatMap(LiveDocument::recording));
        if (current.isEmpty()) {
            state.setText("");
            return;
        }
        LiveDocument live = current.get();
        showHeld(live);
        live.live().ifPresent(run -> run.views().refresh());
        console.show(live.log(), live.reader());
        messages.show(live.shownTraffic(), live.link());
        showOutcome(live);
    }

    private void showOutcome(LiveDocument live) {
        RunControl control = live.control();
        Optional<RunTraffic> traffic = live.live().map(LiveRun::traffic);
        boolean holds = !heldText.isEmpty()
                && held.holder(live)
                        .filter(one -> one.control().phase() == RunPhase.RUNNING)
                        .isPresent();
        state.setText(holds ? heldText : stateText(control, traffic));
        state.pseudoClassStateChanged(
                FAILED, control.outcome().filter(RunStory::isBad).isPresent());
        if (traffic.isEmpty()) {
            outcome.showNothing();
        } else {
            RunSession session = traffic.get().session();
            outcome.show(session, traffic.get().snapshot(), control.outcome());
        }
    }

    /** How its run stands, with what failed where something did. */
    private static String announcement(LiveDocument live) {
        RunControl control = live.control();
        Optional<RunTraffic> traffic = live.live().map(LiveRun::traffic);
        return control.phase() == RunPhase.IDLE
                ? control.outcome()
                        .flatMap(how -> traffic.map(run -> RunStory.ending(run.session(), how, run.snapshot())))
                        .orElse("")
                : stateText(control, traffic)
                        + live.recording()
                                .map(RecordingMark::words)
                                .map(words -> ", " + words)
                                .orElse("");
    }

    private static String stateText(RunControl control, Optional<RunTraffic> traffic) {
        return switch (control.phase()) {
            case IDLE ->
                control.outcome()
                        .flatMap(how -> traffic.map(run -> RunStory.headline(run.session(), how, run.snapshot())))
                        .orElse("");
            case PREPARING -> TEXTS.get("state.starting");
            case RUNNING -> TEXTS.get("state.running", seconds(traffic)) + pace(control);
            case PAUSED -> TEXTS.get("state.paused", seconds(traffic)) + pace(control);
            case STOPPING -> TEXTS.get("state.stopping");
        };
    }

    private static String pace(RunControl control) {
        return control.pace().isSlow() ? ", " + control.pace().words() : "";
    }

    private static String seconds(Optional<RunTraffic> traffic) {
        return traffic.map(run -> Quantity.seconds(run.snapshot().elapsed())).orElse("");
    }

    private void showFailure() {
        current.flatMap(live -> live.failures().stream().reduce((_, last) -> last))
                .ifPresent(failure -> reveal(failure.path()));
    }

    private void reveal(String path) {
        current.ifPresent(live -> {
            int slash = path.indexOf('/');
            host.reveal(live.document(), slash < 0 ? path : path.substring(0, slash));
        });
    }
}
