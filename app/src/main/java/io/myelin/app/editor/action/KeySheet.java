package io.myelin.app.editor.action;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.access.TextSize;
import io.myelin.app.text.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lets people choose the keys of actions: find one, press its new key, or give it its usual ones back. */
public final class KeySheet {
    private static final Texts TEXTS = Texts.of(KeySheet.class);

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 620;
    private static final double ROW = 30;
    private static final int ROWS = 14;

    /** Keys that are held with others, and those that take back and pan on the canvas. */
    private static final Set<KeyCode> NOT_TO_CHOOSE = EnumSet.of(KeyCode.ESCAPE, KeyCode.SPACE, KeyCode.UNDEFINED);

    private final ActionRegistry registry;
    private final Overlay overlay;
    private final TextField search = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final Label message = new Label();
    private final Button take = new Button();
    private final Button change = button("key-change", TEXTS.get("keys.change"));
    private final Button add = button("key-add", TEXTS.get("keys.add"));
    private final Button none = button("key-none", TEXTS.get("keys.none"));
    private final Button reset = button("key-reset", TEXTS.get("keys.reset"));
    private final Button resetAll = button("key-reset-all", TEXTS.get("keys.reset-all"));
    private Optional<Capture> capture = Optional.empty();

    /** A key is waited for, to stand in the place of those that {@code action} has, or beside them. */
    private record Capture(Action action, boolean beside) {}

    /** Lets the keys of the actions of {@code registry} be chosen, in {@code overlay}. */
    public KeySheet(ActionRegistry registry, Overlay overlay) {
        this.registry = registry;
        this.overlay = overlay;
        search.setId("key-search");
        search.setPromptText(TEXTS.get("keys.search"));
        AccessibleName.ofPrompt(search);
        AccessibleName.give(list, TEXTS.get("actions"));
        list.setId("key-list");
        list.setFixedCellSize(ROW);
        list.setPrefSize(WIDTH, ROW * ROWS + 2);
        list.setCellFactory(_ -> new Row());
        list.setPlaceholder(new Label(TEXTS.get("keys.not-found")));
        message.setId("key-message");
        message.setWrapText(true);
        take.setId("key-take");
        take.getStyleClass().add("small");
    }

    private static Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        return button;
    }

    /** Shows it. */
    public void show() {
        change.setOnAction(_ -> begin(false));
        add.setOnAction(_ -> begin(true));
        none.setOnAction(_ -> selected().ifPresent(action -> choose(action, List.of())));
        reset.setOnAction(_ -> selected().ifPresent(action -> {
            registry.bindings().reset(action.id());
            refresh();
        }));
        resetAll.setOnAction(_ -> {
            registry.bindings().resetAll();
            refresh();
        });
        Button done = new Button(TEXTS.get("keys.done"));
        done.setOnAction(_ -> overlay.hide());
        search.textProperty().subscribe(_ -> find());
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> selectionChanged());
        Label title = new Label(TEXTS.get("keys.title"));
        title.getStyleClass().add("title-3");
        FlowPane buttons = new FlowPane(8, 8, change, add, none, reset, resetAll, done);
        HBox said = new HBox(10, message, take);
        said.setAlignment(Pos.CENTER_LEFT);
        said.setMinHeight(ROW);
        VBox sheet = new VBox(10, title, search, list, said, buttons);
        sheet.setId("key-sheet");
        sheet.getStyleClass().add("dialog-sheet");
        sheet.addEventFilter(KeyEvent.ANY, this::captured);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                begin(false);
            }
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                event.consume();
                list.requestFocus();
            }
        });
        overlay.show(sheet, search, () -> capture.isPresent());
        double larger = TextSize.factor(search);
        list.setFixedCellSize(ROW * larger);
        list.setPrefSize(WIDTH * larger, ROW * larger * ROWS + 2);
        buttons.setPrefWrapLength(WIDTH * larger);
    }

    private void find() {
        Optional<Action> before = selected();
        list.getItems().setAll(ActionSearch.find(registry.all(), search.getText(), this::searched));
        before.filter(list.getItems()::contains)
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    }

    private String searched(Action action) {
        return menu(action) + action.title() + " " + keys(action);
    }

    private static String menu(Action action) {
        return action.menu()
                .map(place -> place.menu().title() + ": ")
                .orElse(action.isForCanvas() ? TEXTS.get("keys.canvas") + ": " : "");
    }

    private String keys(Action action) {
        return registry.keys(action).stream().map(ActionKey::title).distinct().collect(Collectors.joining(", "));
    }

    private Optional<Action> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void selectionChanged() {
        capture = Optional.empty();
        say(selected().map(this::missing).orElse(""));
        boolean chosen = selected().filter(this::isChosen).isPresent();
        List.of(change, add, none)
                .forEach(button -> button.setDisable(selected().isEmpty()));
        reset.setDisable(!chosen);
        resetAll.setDisable(registry.bindings().all().isEmpty());
    }

    private boolean isChosen(Action action) {
        return registry.bindings().chosen(action.id()).isPresent();
    }

    /** Which of its keys an action does not have, since another one has them. */
    private String missing(Action action) {
        return registry.keyConflicts().stream()
                .filter(conflict -> conflict.lacks().equals(action))
                .map(conflict -> TEXTS.get(
                        "keys.conflict", conflict.key().title(), conflict.has().title()))
                .collect(Collectors.joining(" "));
    }

    private void refresh() {
        list.refresh();
        selectionChanged();
    }

    private void say(String text) {
        message.setText(text);
        take.setVisible(false);
        take.setManaged(false);
    }

    private void begin(boolean beside) {
        selected().ifPresent(action -> {
            capture = Optional.of(new Capture(action, beside));
            say(TEXTS.get("keys.press", action.title()));
            list.requestFocus();
        });
    }

    /** While a key is waited for, every one is meant for this. */
    private void captured(KeyEvent event) {
        if (capture.isEmpty()) {
            return;
        }
        event.consume();
        if (event.getEventType() != KeyEvent.KEY_PRESSED || event.getCode().isModifierKey()) {
            return;
        }
        Capture wanted = capture.get();
        capture = Optional.empty();
        if (event.getCode() == KeyCode.ESCAPE) {
            selectionChanged();
        } else if (NOT_TO_CHOOSE.contains(event.getCode())) {
            say(TEXTS.get("keys.unfit"));
        } else {
            press(wanted, ActionKey.of(event));
        }
    }

    private void press(Capture wanted, ActionKey key) {
        Optional<Action> owner = registry.onKey(key).filter(action -> !action.equals(wanted.action));
        if (owner.isEmpty()) {
            choose(wanted.action, with(wanted, key));
            return;
        }
        say(TEXTS.get("keys.taken", key.title(), owner.get().title()));
        take.setText(TEXTS.get("keys.take"));
        take.setVisible(true);
        take.setManaged(true);
        take.requestFocus();
        take.setOnAction(_ -> {
            Map<String, List<ActionKey>> both = new HashMap<>();
            both.put(
                    owner.get().id(),
                    registry.keys(owner.get()).stream()
                            .filter(other -> !other.equals(key))
                            .toList());
            both.put(wanted.action.id(), with(wanted, key));
            registry.bindings().choose(both);
            list.requestFocus();
            refresh();
        });
    }

    private List<ActionKey> with(Capture wanted, ActionKey key) {
        List<ActionKey> keys = new ArrayList<>(wanted.beside ? registry.keys(wanted.action) : List.of());
        keys.remove(key);
        keys.add(key);
        return keys;
    }

    private void choose(Action action, List<ActionKey> keys) {
        registry.bindings().choose(Map.of(action.id(), keys));
        refresh();
    }

    /** One action: its menu, its name, its keys. */
    private final class Row extends ListCell<Action> {
        Row() {
            // As wide as the list, however long its name: the keys stay in sight.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(empty || action == null ? null : look(action));
        }

        private Node look(Action action) {
            Label menu = new Label(menu(action));
            menu.getStyleClass().add("text-muted");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label mark = new Label(isChosen(action) ? TEXTS.get("keys.chosen") : "");
            mark.getStyleClass().add("text-muted");
            Label keys = new Label(keys(action));
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            keys.pseudoClassStateChanged(CHOSEN, isChosen(action));
            HBox row = new HBox(6, menu, new Label(action.title()), gap, mark, keys);
            row.getStyleClass().add("command-row");
            return row;
        }
    }
}
