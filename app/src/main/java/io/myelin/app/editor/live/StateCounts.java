package io.myelin.app.editor.live;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.canvas.live.StatusOrder;
import io.myelin.app.editor.live.panel.PanelSheet;
import io.myelin.app.editor.live.run.RunSession;
import io.myelin.app.editor.live.traffic.RunTraffic;
import io.myelin.app.editor.live.traffic.StateTally;
import io.myelin.app.text.Texts;
import io.myelin.engine.run.ComponentStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says at the bottom of the window how many components of the whole run are in each state, and leads to them, one after
 * the other or all at once. A state stays once it has been shown, so that nothing jumps about while components come and
 * go. For the window's thread.
 */
final class StateCounts {
    private static final Texts TEXTS = Texts.of(StateCounts.class);

    private final LiveHost host;
    private final Supplier<Optional<LiveDocument>> current;
    private final HBox row = new HBox();
    private final Map<ComponentStatus, Button> buttons = new EnumMap<>(ComponentStatus.class);
    private final Map<ComponentStatus, Integer> counts = new EnumMap<>(ComponentStatus.class);
    private final Set<ComponentStatus> met = EnumSet.noneOf(ComponentStatus.class);
    private Optional<RunSession> session = Optional.empty();
    private String last = "";

    StateCounts(LiveHost host, Supplier<Optional<LiveDocument>> current) {
        this.host = host;
        this.current = current;
        row.setId("run-states");
        row.getStyleClass().add("run-states");
        PanelSheet.dress(row);
        row.setMinWidth(Region.USE_PREF_SIZE);
        StatusOrder.ALL.forEach(state -> {
            Button button = button(state);
            buttons.put(state, button);
            row.getChildren().add(button);
            host.actions()
                    .add(Action.named("run.next-" + name(state), TEXTS.get("states.next", word(state)))
                            .icon(icon(state))
                            .enabledWhen(() -> !tally().in(state).isEmpty())
                            .does(() -> step(state)));
        });
        refresh();
    }

    Node node() {
        return row;
    }

    private Button button(ComponentStatus state) {
        FontIcon icon = new FontIcon(icon(state));
        icon.getStyleClass().add("state-" + name(state));
        Button button = new Button("", icon);
        button.setId("run-state-" + name(state));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip());
        button.setOnAction(_ -> step(state));
        // A button does nothing of its own while Shift is held.
        button.setOnMouseClicked(event -> {
            if (event.isShiftDown() && event.getButton() == MouseButton.PRIMARY) {
                selectAll(state);
            }
        });
        button.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShiftDown() && event.getCode() == KeyCode.ENTER) {
                selectAll(state);
                event.consume();
            }
        });
        return button;
    }

    /** Shows the run of the document in front as it is now. */
    void refresh() {
        Optional<RunSession> now = current.get()
                .flatMap(LiveDocument::live)
                .map(run -> run.traffic().session());
        if (!now.equals(session)) {
            session = now;
            met.clear();
            counts.clear();
            last = "";
        }
        StateTally tally = tally();
        StatusOrder.ALL.forEach(state -> show(state, tally.in(state).size()));
        row.setManaged(!met.isEmpty());
        row.setVisible(!met.isEmpty());
    }

    private void show(ComponentStatus state, int count) {
        if (count > 0) {
            met.add(state);
        }
        Button button = Objects.requireNonNull(buttons.get(state));
        boolean shown = met.contains(state);
        button.setVisible(shown);
        button.setManaged(shown);
        if (!Integer.valueOf(count).equals(counts.put(state, count))) {
            String words = TEXTS.get("states.count", count, word(state));
            button.setText(Integer.toString(count));
            button.setAccessibleText(words);
            button.getTooltip().setText(TEXTS.get("states.help", words));
            button.setDisable(count == 0);
        }
    }

    private StateTally tally() {
        return current.get()
                .flatMap(LiveDocument::live)
                .map(LiveRun::traffic)
                .map(RunTraffic::tally)
                .orElse(StateTally.NONE);
    }

    /** Goes to the component in {@code state} that comes after the last one gone to. */
    private void step(ComponentStatus state) {
        List<String> paths = tally().in(state);
        if (paths.isEmpty()) {
            return;
        }
        int next = (paths.indexOf(last) + 1) % paths.size();
        last = paths.get(next);
        current.get().ifPresent(live -> host.revealInside(live.document(), last));
        host.say(TEXTS.get("states.at", word(state), last, next + 1, paths.size()));
    }

    /** Selects all components of the level that is shown that are in {@code state}, or have one in it inside. */
    private void selectAll(ComponentStatus state) {
        current.get().ifPresent(live -> {
            String inside = host.shownInstance(live.document())
                    .map(place -> place.path() + "/")
                    .orElse("");
            Set<String> ids = new LinkedHashSet<>();
            for (String path : tally().in(state)) {
                if (path.startsWith(inside)) {
                    String rest = path.substring(inside.length());
                    int slash = rest.indexOf('/');
                    ids.add(slash < 0 ? rest : rest.substring(0, slash));
                }
            }
            host.shownLevel(live.document()).selection().select(ids, List.of());
            host.say(TEXTS.get("states.selected", ids.size(), word(state)));
        });
    }

    private static String name(ComponentStatus state) {
        return switch (state) {
            case NEW -> "new";
            case WORKING -> "working";
            case WAITING -> "waiting";
            case BLOCKED -> "blocked";
            case RESTARTING -> "restarting";
            case FINISHED -> "finished";
            case STOPPED -> "stopped";
            case FAILED -> "failed";
        };
    }

    private static String word(ComponentStatus state) {
        return TEXTS.get("states.word." + name(state));
    }

    /** The same forms as below the components. */
    private static String icon(ComponentStatus state) {
        return switch (state) {
            case NEW -> "mdi2c-circle-outline";
            case WORKING -> "mdi2c-circle";
            case WAITING -> "mdi2c-circle-medium";
            case BLOCKED -> "mdi2p-pause";
            case RESTARTING -> "mdi2p-play";
            case FINISHED -> "mdi2c-check-bold";
            case STOPPED -> "mdi2s-square";
            case FAILED -> "mdi2c-close-thick";
        };
    }
}
