package io.myelin.app.editor;

import io.myelin.app.editor.access.Announcer;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.DocumentProblems;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The line at the bottom: a hint, how much is selected, how many problems there are, how large it is drawn. */
public final class StatusBar {
    private static final Texts TEXTS = Texts.of(StatusBar.class);

    private static final long HINT_SECONDS = 8;

    private final Label hint = new Label();
    private final Label guide = new Label();
    private final Label selected = new Label();
    private final Button problems = new Button();
    private final Button zoom = new Button();
    private final Announcer announcer = new Announcer();
    private long hints;
    private boolean isRefusal;
    private final HBox bar;
    private final List<Subscription> subscriptions = new ArrayList<>();

    StatusBar(Runnable showProblems, Runnable zoomToActualSize) {
        hint.setId("status-hint");
        hint.setMinWidth(0);
        guide.setId("status-guide");
        guide.setMinWidth(0);
        guide("");
        selected.setId("status-selection");
        selected.setMinWidth(Region.USE_PREF_SIZE);
        problems.setId("status-problems");
        problems.setMinWidth(Region.USE_PREF_SIZE);
        problems.setTooltip(new Tooltip(TEXTS.get("status.problems")));
        problems.setOnAction(_ -> showProblems.run());
        zoom.setId("status-zoom");
        zoom.setMinWidth(Region.USE_PREF_SIZE);
        zoom.setTooltip(new Tooltip(TEXTS.get("status.zoom")));
        zoom.setOnAction(_ -> zoomToActualSize.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar = new HBox(hint, guide, gap, selected, problems, zoom, announcer.node());
        bar.setId("status-bar");
        bar.getStyleClass().add("status-bar");
    }

    /** Puts {@code node} before how much is selected. */
    void add(Node node) {
        bar.getChildren().add(bar.getChildren().indexOf(selected), node);
    }

    Node node() {
        return bar;
    }

    /** Says {@code text} for some seconds. */
    public void say(String text) {
        isRefusal = false;
        hint.setText(text);
        announce(text);
        long mine = ++hints;
        // Not by an animation: that would ask for a frame sixty times a second until it ends.
        CompletableFuture.delayedExecutor(HINT_SECONDS, TimeUnit.SECONDS)
                .execute(() -> Platform.runLater(() -> forget(mine)));
    }

    /** As {@link #say}, why something was not done with the graph in front: until that is edited, or another is there. */
    public void refuse(String reason) {
        say(reason);
        isRefusal = true;
    }

    private void forgetRefusal() {
        if (isRefusal) {
            forget(hints);
        }
    }

    /** Tells assistive technology of {@code text}, which people see otherwise. */
    void announce(String text) {
        announcer.announce(text);
    }

    /** Says {@code words} until it is told others, whatever is said meanwhile; empty to say nothing any more. */
    void guide(String words) {
        guide.setText(words);
        announce(words);
        guide.setVisible(!words.isEmpty());
        guide.setManaged(!words.isEmpty());
        hint.setManaged(words.isEmpty());
        hint.setVisible(words.isEmpty());
    }

    private void forget(long said) {
        if (said == hints) {
            hint.setText("");
        }
    }

    /** Tells of {@code open} from now on. */
    void follow(Optional<OpenDocument> open) {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        forgetRefusal();
        boolean there = open.isPresent();
        selected.setVisible(there);
        problems.setVisible(there);
        zoom.setVisible(there);
        open.ifPresent(this::follow);
    }

    private void follow(OpenDocument open) {
        Document document = open.document();
        subscriptions.add(document.selection().onChange(selection -> show(selection, document)));
        subscriptions.add(document.onChange(_ -> show(document.selection(), document)));
        subscriptions.add(document.onEdit(_ -> forgetRefusal()));
        subscriptions.add(open.root().problems().onChange(this::show));
        javafx.util.Subscription zoomed =
                open.canvas().zoomProperty().subscribe(now -> zoom.setText(Math.round(now.doubleValue() * 100) + " %"));
        subscriptions.add(zoomed::unsubscribe);
        show(document.selection(), document);
        show(open.root().problems());
    }

    private void show(Selection selection, Document document) {
        if (selection.isEmpty()) {
            int components = document.graph().components().size();
            int links = document.graph().links().size();
            selected.setText(TEXTS.get("count.components", components) + ", " + TEXTS.get("count.links", links));
        } else {
            show(selection);
        }
    }

    private void show(Selection selection) {
        String text = Stream.of(
                        count("count.components", selection.components().size()),
                        count("count.notes", selection.notes().size()),
                        count("count.links", selection.links().size()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        selected.setText(TEXTS.get("status.selected", text));
    }

    private static Optional<String> count(String key, int number) {
        return number == 0 ? Optional.empty() : Optional.of(TEXTS.get(key, number));
    }

    private void show(DocumentProblems found) {
        long missing = found.all().stream().filter(found::isToFillIn).count();
        long errors = found.all().stream()
                .filter(problem -> problem.isError() && !found.isToFillIn(problem))
                .count();
        long warnings = found.all().size() - errors - missing;
        if (found.all().isEmpty()) {
            problems.setText(TEXTS.get("status.no-problems"));
            problems.setGraphic(null);
            return;
        }
        FontIcon icon = new FontIcon(MaterialDesignC.CIRCLE);
        icon.setIconSize(8);
        icon.getStyleClass().add(errors > 0 ? "problem-error" : warnings > 0 ? "problem-warning" : "problem-missing");
        if (errors + warnings == 0) {
            icon.setIconCode(MaterialDesignC.CIRCLE_OUTLINE);
        }
        problems.setGraphic(icon);
        problems.setText(Stream.of(
                        count("count.errors", (int) errors),
                        count("count.warnings", (int) warnings),
                        count("count.to-fill-in", (int) missing))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ")));
    }
}
