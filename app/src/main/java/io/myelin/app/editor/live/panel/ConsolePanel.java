package io.myelin.app.editor.live.panel;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.live.panel.ConsoleLine.Kind;
import io.myelin.app.editor.live.run.ConsoleBuffer;
import io.myelin.app.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows what a graph prints, and gives it what people type where it reads. */
public final class ConsolePanel {
    private static final Texts TEXTS = Texts.of(ConsolePanel.class);
    private static final double LINE_HEIGHT = 18;

    private final BorderPane pane = new BorderPane();
    private final ListView<ConsoleLine> list = new ListView<>();
    private final Label left = new Label();
    private final TextField input = new TextField();
    private final Button endInput = new Button(TEXTS.get("console.end-input"));
    private final HBox inputRow = new HBox(6, input, endInput);
    private final TailFollower tail = new TailFollower(list, list::scrollTo);
    private final ListChangeListener<ConsoleLine> changes = _ -> changed();
    private final WeakListChangeListener<ConsoleLine> weakChanges = new WeakListChangeListener<>(changes);
    private ConsoleLog log = new ConsoleLog();
    private Optional<ConsoleBuffer> reader = Optional.empty();

    /** A panel that shows nothing yet. */
    public ConsolePanel() {
        list.setId("console");
        list.getStyleClass().add("console");
        list.setFixedCellSize(LINE_HEIGHT);
        list.setCellFactory(_ -> new LineCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(new Label(TEXTS.get("console.empty")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKey);
        input.setId("console-input");
        input.setPromptText(TEXTS.get("console.input"));
        AccessibleName.ofPrompt(input);
        input.setOnAction(_ -> send());
        HBox.setHgrow(input, Priority.ALWAYS);
        endInput.setId("console-end-input");
        endInput.setTooltip(new Tooltip(TEXTS.get("console.end-input.help")));
        endInput.setOnAction(_ -> reader.ifPresent(open -> {
            open.endInput();
            showInput(reader);
        }));
        inputRow.getStyleClass().add("console-input-row");
        pane.getStyleClass().add("live-panel");
        pane.setTop(bar());
        pane.setCenter(list);
        PanelSheet.dress(pane);
    }

    private Node bar() {
        ToggleButton follow = new ToggleButton();
        follow.setId("console-follow");
        follow.setGraphic(new FontIcon("mdi2a-arrow-collapse-down"));
        follow.setTooltip(new Tooltip(TEXTS.get("console.follow")));
        AccessibleName.give(follow, follow.getTooltip().getText());
        AccessibleName.give(list, TEXTS.get("console"));
        follow.getStyleClass().addAll("button-icon", "flat");
        follow.selectedProperty().bindBidirectional(tail.followingProperty());
        follow.selectedProperty().subscribe(on -> {
            if (on) {
                tail.changed(list.getItems().size());
            }
        });
        Button copy = button("console-copy", "mdi2c-content-copy", TEXTS.get("console.copy"));
        copy.setOnAction(_ -> copy());
        Button clear = button("console-clear", "mdi2d-delete-sweep-outline", TEXTS.get("console.clear"));
        clear.setOnAction(_ -> log.clear());
        left.getStyleClass().add("text-muted");
        left.setId("console-dropped");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(2, left, gap, follow, copy, clear);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    private static Button button(String id, String icon, String help) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.getStyleClass().addAll("button-icon", "flat");
        return button;
    }

    /** What to show. */
    public Node node() {
        return pane;
    }

    /** Shows {@code shown}; {@code reading} is the run that reads what is typed, empty where none does. */
    public void show(ConsoleLog shown, Optional<ConsoleBuffer> reading) {
        if (shown != log) {
            log.lines().removeListener(weakChanges);
            log = shown;
            list.setItems(FXCollections.observableArrayList());
            list.setItems(log.lines());
            log.lines().addListener(weakChanges);
            tail.followingProperty().set(true);
            changed();
        }
        showInput(reading);
    }

    private void showInput(Optional<ConsoleBuffer> reading) {
        reader = reading.filter(ConsoleBuffer::isInputOpen);
        pane.setBottom(reader.isPresent() ? inputRow : null);
    }

    private void changed() {
        left.setText(log.dropped() == 0 ? "" : TEXTS.get("console.dropped", log.dropped()));
        tail.changed(log.lines().size());
    }

    private void send() {
        reader.ifPresent(open -> {
            log.add(Kind.INPUT, input.getText());
            open.type(input.getText());
            input.clear();
        });
    }

    private void copyOnKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            list.getSelectionModel().selectAll();
            event.consume();
        }
    }

    private void copy() {
        List<ConsoleLine> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
        List<ConsoleLine> lines = selected.isEmpty() ? log.lines() : selected;
        ClipboardContent content = new ClipboardContent();
        content.putString(lines.stream().map(ConsoleLine::text).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** One line, coloured by who wrote it. */
    private static final class LineCell extends ListCell<ConsoleLine> {
        private static final int SHOWN_CHARS = 4_000;
        private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");
        private static final PseudoClass INPUT = PseudoClass.getPseudoClass("input");
        private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");

        @Override
        protected void updateItem(ConsoleLine line, boolean empty) {
            super.updateItem(line, empty);
            Kind kind = empty || line == null ? Kind.OUTPUT : line.kind();
            setText(empty || line == null ? "" : shown(line.text()));
            pseudoClassStateChanged(NOTE, kind == Kind.NOTE);
            pseudoClassStateChanged(INPUT, kind == Kind.INPUT);
            pseudoClassStateChanged(FAILURE, kind == Kind.FAILURE);
        }

        private static String shown(String text) {
            String cut = text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
            // A line of the panel is one line; what stands in for the breaks tells them from blanks.
            return cut.replace("\r\n", "⏎").replace('\n', '⏎').replace("\t", "    ");
        }
    }
}
