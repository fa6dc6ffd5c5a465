package io.myelin.app.editor.live;

import static io.myelin.app.editor.action.MenuPlace.Menu.RUN;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionButtons;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.live.run.EditsStanding;
import io.myelin.app.editor.live.run.RunControl;
import io.myelin.app.editor.live.run.RunPace;
import io.myelin.app.editor.live.run.RunPhase;
import io.myelin.app.text.Texts;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** The actions on the run of the document in front, and their buttons. */
final class RunActions {
    private static final Texts TEXTS = Texts.of(RunActions.class);

    private final ActionRegistry registry;
    private final Supplier<Optional<LiveDocument>> current;

    RunActions(ActionRegistry registry, Supplier<Optional<LiveDocument>> current) {
        this.registry = registry;
        this.current = current;
    }

    void addRunActions() {
        registry.add(Action.named("run.start", TEXTS.get("run.start"))
                .keys("Shortcut+ENTER", "F8")
                .menu(RUN, 1)
                .icon("mdi2p-play")
                .titledBy(() -> is(phase -> phase == RunPhase.PAUSED) ? TEXTS.get("run.go-on") : TEXTS.get("run.start"))
                .enabledWhen(() -> is(phase -> phase == RunPhase.IDLE || phase == RunPhase.PAUSED))
                .does(() -> start(RunControl::run)));
        registry.add(Action.named("run.parameters", TEXTS.get("run.parameters"))
                .keys("Shortcut+Shift+ENTER")
                .menu(RUN, 1)
                .icon("mdi2t-tune-variant")
                .enabledWhen(() -> is(phase -> phase == RunPhase.IDLE)
                        && current.get()
                                .filter(live ->
                                        !live.document().graph().parameters().isEmpty())
                                .isPresent())
                .does(() -> start(RunControl::runWithParameters)));
        registry.add(Action.named("run.pause", TEXTS.get("run.pause"))
                .keys("F7")
                .menu(RUN, 1)
                .icon("mdi2p-pause")
                .enabledWhen(() -> is(phase -> phase == RunPhase.RUNNING || phase == RunPhase.PAUSED))
                .checkedWhen(() -> is(phase -> phase == RunPhase.PAUSED))
                .does(() -> control(RunControl::pauseOrResume)));
        registry.add(Action.named("run.stop", TEXTS.get("run.stop"))
                .keys("Shortcut+Alt+ENTER", "Shift+F8")
                .menu(RUN, 1)
                .icon("mdi2s-stop")
                .enabledWhen(() -> is(
                        phase -> phase == RunPhase.PREPARING || phase == RunPhase.RUNNING || phase == RunPhase.PAUSED))
                .does(() -> control(RunControl::stop)));
    }

    /** The actions that run the graph and record that, and do a recorded run again. */
    void addRecordActions(String title, Runnable record, String replayTitle, Runnable replay) {
        registry.add(Action.named("run.record", title)
                .menu(RUN, 1)
                .icon("mdi2r-record-rec")
                .enabledWhen(() -> is(phase -> phase == RunPhase.IDLE))
                .does(record));
        registry.add(Action.named("run.replay", replayTitle)
                .menu(RUN, 1)
                .icon("mdi2r-replay")
                .does(replay));
    }

    /** The actions on how fast the graph runs. */
    void addPaceActions() {
        registry.add(Action.named("run.slow-motion", TEXTS.get("run.slow-motion"))
                .keys("Shift+F7")
                .menu(RUN, 5)
                .icon("mdi2t-tortoise")
                .enabledWhen(() -> current.get().isPresent())
                .checkedWhen(() -> pace(RunPace::isSlow))
                .does(() -> changePace(RunPace::toggled)));
        registry.add(Action.named("run.slower", TEXTS.get("run.slower"))
                .keys("Shortcut+Alt+MINUS")
                .menu(RUN, 5)
                .enabledWhen(() -> pace(RunPace::canBeSlower))
                .does(() -> changePace(RunPace::slower)));
        registry.add(Action.named("run.faster", TEXTS.get("run.faster"))
                .keys("Shortcut+Alt+EQUALS")
                .menu(RUN, 5)
                .enabledWhen(() -> pace(RunPace::isSlow))
                .does(() -> changePace(RunPace::faster)));
    }

    private boolean pace(Predicate<RunPace> condition) {
        return current.get()
                .map(live -> live.control().pace())
                .filter(condition)
                .isPresent();
    }

    private void changePace(UnaryOperator<RunPace> change) {
        control(control -> control.setPace(change.apply(control.pace())));
    }

    /** The actions on what becomes of edits while the graph runs. */
    void addEditActions(BooleanSupplier follows, Consumer<Boolean> follow) {
        registry.add(Action.named("run.follow-edits", TEXTS.get("run.follow-edits"))
                .keys("Shortcut+Shift+F7")
                .menu(RUN, 4)
                .checkedWhen(follows)
                .does(() -> follow.accept(!follows.getAsBoolean())));
        registry.add(Action.named("run.apply-edits", TEXTS.get("run.apply-edits"))
                .keys("Shortcut+F7")
                .menu(RUN, 4)
                .icon("mdi2s-sync")
                .enabledWhen(() -> current.get()
                        .filter(live -> !(live.edits().standing() instanceof EditsStanding.Followed))
                        .isPresent())
                .does(() -> current.get().ifPresent(live -> live.edits().applyNow())));
    }

    /** Actions that bring a panel to the front. */
    void addPanelActions(Runnable console, Runnable messages, Runnable outcome) {
        registry.add(Action.named("run.console", TEXTS.get("run.console"))
                .keys("Shortcut+Alt+DIGIT3")
                .menu(RUN, 2)
                .icon("mdi2c-console")
                .does(console));
        registry.add(Action.named("run.messages", TEXTS.get("run.messages"))
                .keys("Shortcut+Alt+DIGIT4")
                .menu(RUN, 2)
                .icon("mdi2e-email-multiple-outline")
                .does(messages));
        registry.add(Action.named("run.outcome", TEXTS.get("run.outcome"))
                .keys("Shortcut+Alt+DIGIT5")
                .menu(RUN, 2)
                .icon("mdi2c-clipboard-check-outline")
                .does(outcome));
    }

    /** The action that shows what failed. */
    void addFailureAction(Runnable show) {
        registry.add(Action.named("run.failure", TEXTS.get("run.failure"))
                .keys("F4")
                .menu(RUN, 3)
                .icon("mdi2a-alert-outline")
                .enabledWhen(() ->
                        current.get().filter(live -> !live.failures().isEmpty()).isPresent())
                .does(show));
    }

    /** Puts the buttons into {@code bar}, and {@code marks} behind them. */
    void addButtons(HBox bar, Node... marks) {
        bar.getChildren()
                .addAll(
                        button("run-button", "run.start"),
                        button("pause-button", "run.pause"),
                        button("stop-button", "run.stop"),
                        button("slow-motion-button", "run.slow-motion"));
        bar.getChildren().addAll(marks);
    }

    private Button button(String id, String action) {
        Button button = ActionButtons.icon(registry, action);
        button.setId(id);
        button.getStyleClass().add(id);
        return button;
    }

    private boolean is(Predicate<RunPhase> wanted) {
        return current.get().map(live -> live.control().phase()).filter(wanted).isPresent();
    }

    /** Who runs a graph takes it to be ready: what is missing in it is said like all else that is wrong. */
    private void start(Consumer<RunControl> task) {
        current.get().map(LiveDocument::document).ifPresent(Document::haveSettled);
        control(task);
    }

    private void control(Consumer<RunControl> task) {
        current.get().map(LiveDocument::control).ifPresent(task);
    }
}
