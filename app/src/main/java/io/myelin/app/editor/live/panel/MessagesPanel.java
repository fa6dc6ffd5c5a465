package io.myelin.app.editor.live.panel;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.live.run.RunSession;
import io.myelin.app.editor.live.traffic.Delivery;
import io.myelin.app.editor.live.traffic.LinkMessages;
import io.myelin.app.editor.live.traffic.Quantity;
import io.myelin.app.editor.live.traffic.RunTraffic;
import io.myelin.app.text.ClockTime;
import io.myelin.app.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Lists the messages that went along a wire lately, and shows one of them whole. It follows the newest until people
 * select a row or scroll, so that what they read stays.
 */
public final class MessagesPanel {
    private static final Texts TEXTS = Texts.of(MessagesPanel.class);
    private static final int MOST_COLUMNS = 12;
    private static final int LONGEST_WHOLE = 200_000;

    private final BorderPane pane = new BorderPane();
    private final Label wire = new Label(TEXTS.get("messages.no-wire"));
    private final Label figures = new Label();
    private final Label held = new Label();
    private final TableView<MessageRow> table = new TableView<>();
    private final TextArea whole = new TextArea();
    private final ToggleButton columns = new ToggleButton();
    private final TailFollower tail = new TailFollower(table, table::scrollTo);
    private Optional<RunTraffic> traffic = Optional.empty();
    private Optional<LinkReference> link = Optional.empty();
    private List<String> fields = List.of();
    private long newest;

    /** A panel that shows nothing yet. */
    public MessagesPanel() {
        table.setId("messages");
        table.getStyleClass().addAll("messages", "dense");
        table.setPlaceholder(new Label(TEXTS.get("messages.none")));
        table.getColumns().add(column(TEXTS.get("messages.value"), MessageRow::value, 480));
        whole.setId("message-whole");
        whole.getStyleClass().add("message-whole");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPromptText(TEXTS.get("messages.select"));
        AccessibleName.give(whole, TEXTS.get("message"));
        AccessibleName.give(table, TEXTS.get("messages"));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                tail.followingProperty().set(false);
                whole.setText(shortened(row.whole()));
            }
        });
        tail.followingProperty().subscribe(on -> {
            if (on) {
                table.getSelectionModel().clearSelection();
                newest = -1;
                refresh();
            }
        });
        SplitPane split = new SplitPane(table, whole);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.66);
        pane.getStyleClass().add("live-panel");
        held.setId("messages-held");
        held.getStyleClass().addAll("held-message");
        held.setMinWidth(0);
        held.setManaged(false);
        held.setVisible(false);
        pane.setTop(new VBox(bar(), held));
        pane.setCenter(split);
        PanelSheet.dress(pane);
    }

    private Node bar() {
        wire.setId("messages-wire");
        wire.getStyleClass().add("section-title");
        wire.setMinWidth(0);
        figures.setId("messages-figures");
        figures.getStyleClass().add("text-muted");
        ToggleButton follow = new ToggleButton();
        follow.setId("messages-follow");
        toggle(follow, "mdi2a-arrow-collapse-down", TEXTS.get("messages.follow"));
        follow.selectedProperty().bindBidirectional(tail.followingProperty());
        columns.setId("messages-columns");
        toggle(columns, "mdi2t-table-column", TEXTS.get("messages.columns"));
        columns.setSelected(true);
        columns.setOnAction(_ -> showColumns(List.copyOf(table.getItems())));
        Button copy = new Button();
        copy.setId("messages-copy");
        copy.setGraphic(new FontIcon("mdi2c-content-copy"));
        copy.setTooltip(new Tooltip(TEXTS.get("messages.copy")));
        copy.setAccessibleText(TEXTS.get("messages.copy"));
        copy.getStyleClass().addAll("button-icon", "flat");
        copy.setOnAction(_ -> copy());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(2, wire, figures, gap, columns, follow, copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    private static void toggle(ToggleButton button, String icon, String help) {
        button.setGraphic(new FontIcon(icon));
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.getStyleClass().addAll("button-icon", "flat");
    }

    private static TableColumn<MessageRow, String> column(
            String title, Function<MessageRow, String> text, double width) {
        TableColumn<MessageRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        return column;
    }

    /** What to show. */
    public Node node() {
        return pane;
    }

    /** Shows the messages of {@code shown} in {@code run}; empty for none. */
    public void show(Optional<RunTraffic> run, Optional<LinkReference> shown) {
        boolean same = run.equals(traffic) && shown.equals(link);
        if (!same) {
            traffic.ifPresent(before -> before.watch(Optional.empty()));
            traffic = run;
            link = shown;
            newest = -1;
            table.getItems().clear();
            whole.clear();
            run.ifPresent(now -> now.watch(shown));
            tail.followingProperty().set(true);
        }
        wire.setText(shown.map(LinkReference::toString).orElse(TEXTS.get("messages.no-wire")));
        refresh();
    }

    /** Says which message is held at a breakpoint; empty: none. */
    public void showHeld(String text) {
        held.setText(text);
        held.setVisible(!text.isEmpty());
        held.setManaged(!text.isEmpty());
    }

    /** Shows what has come since; cheap where nothing has. */
    public void refresh() {
        if (traffic.isEmpty() || link.isEmpty()) {
            figures.setText("");
            return;
        }
        LinkMessages messages = traffic.get().messages(link.get());
        figures.setText(figures(messages));
        long last = messages.deliveries().isEmpty()
                ? 0
                : messages.deliveries().getLast().sequence();
        if (!tail.followingProperty().get() || last == newest) {
            return;
        }
        newest = last;
        RunSession session = traffic.get().session();
        List<MessageRow> rows = messages.deliveries().stream()
                .map(delivery -> new MessageRow(
                        delivery, time(session, delivery), session.plan().secrets()))
                .toList();
        showColumns(rows);
        table.getItems().setAll(rows);
        tail.changed(rows.size());
    }

    private static String time(RunSession session, Delivery delivery) {
        return ClockTime.millis(session.timeOf(delivery.nanos()));
    }

    private static String figures(LinkMessages messages) {
        if (messages.delivered() == 0) {
            return TEXTS.get("messages.none-yet");
        }
        int shown = messages.deliveries().size();
        String what = messages.every()
                ? (shown >= messages.delivered() ? TEXTS.get("messages.every") : TEXTS.get("messages.last", shown))
                : TEXTS.get("messages.sampled", shown);
        return Quantity.messages(messages.delivered()) + " · " + what;
    }

    private void showColumns(List<MessageRow> rows) {
        List<String> wanted = columns.isSelected() ? fields(rows) : List.of();
        if (wanted.equals(fields) && table.getColumns().size() > 1) {
            return;
        }
        fields = wanted;
        table.getColumns().clear();
        TableColumn<MessageRow, String> number = column(
                TEXTS.get("messages.number"),
                row -> Quantity.count(row.delivery().sequence()),
                80);
        number.getStyleClass().add("number");
        table.getColumns().add(number);
        table.getColumns().add(column(TEXTS.get("messages.time"), MessageRow::time, 100));
        if (wanted.isEmpty()) {
            table.getColumns().add(column(TEXTS.get("messages.value"), MessageRow::value, 480));
        } else {
            wanted.forEach(name -> table.getColumns().add(column(name, row -> row.field(name), 120)));
        }
    }

    /** The fields of the records among {@code rows}; none where most of them are not records. */
    private static List<String> fields(List<MessageRow> rows) {
        SequencedSet<String> names = new LinkedHashSet<>();
        long records = rows.stream()
                .flatMap(row -> row.record().stream())
                .peek(record -> names.addAll(record.keySet()))
                .count();
        return records * 2 > rows.size() ? names.stream().limit(MOST_COLUMNS).toList() : List.of();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_WHOLE
                ? text
                : text.substring(0, LONGEST_WHOLE) + "…\n" + TEXTS.get("messages.cut", text.length() - LONGEST_WHOLE);
    }

    private void copy() {
        MessageRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.whole());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
