package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.problem.CheckedGraph;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A document in its tab: the graph, its picture, its checks, and how its file was when last read or written. */
public final class OpenDocument {
    private final Document document;
    private final GraphView view;
    private final CheckedGraph check;
    private final Tab tab = new Tab();
    private final BorderPane pane = new BorderPane();
    private final List<Subscription> subscriptions;
    private volatile FileState known;

    OpenDocument(Document document, GraphView view, CheckedGraph check, FileState known) {
        this.document = document;
        this.view = view;
        this.check = check;
        this.known = known;
        Label hint =
                new Label("Drag a component from the left onto the canvas,\nor double-click the canvas to find one.");
        hint.getStyleClass().add("canvas-hint");
        hint.setMouseTransparent(true);
        pane.setCenter(new StackPane(view.node(), hint));
        tab.setContent(pane);
        tab.setUserData(this);
        subscriptions = List.of(
                document.onState(_ -> showState()),
                document.onChange(
                        change -> hint.setVisible(change.after().components().isEmpty())));
        hint.setVisible(document.graph().components().isEmpty());
        showState();
    }

    /** The graph and its edits. */
    public Document document() {
        return document;
    }

    /** Its picture. */
    public GraphView view() {
        return view;
    }

    CheckedGraph check() {
        return check;
    }

    Tab tab() {
        return tab;
    }

    /** How its file was when last read or written, or seen to be changed. Read from any thread. */
    FileState known() {
        return known;
    }

    void setKnown(FileState now) {
        known = now;
    }

    /** Shows {@code bar} above the picture, or nothing. */
    void showBar(@Nullable Node bar) {
        pane.setTop(bar);
    }

    /** Whether something is shown above the picture. */
    boolean isBarShown() {
        return pane.getTop() != null;
    }

    /** Whether nothing was ever done in it. */
    boolean isUntouched() {
        return document.file().isEmpty()
                && !document.isModified()
                && document.graph().components().isEmpty();
    }

    void close() {
        subscriptions.forEach(Subscription::close);
        check.close();
        view.close();
    }

    private void showState() {
        tab.setText(document.name());
        tab.setTooltip(document.file().map(file -> new Tooltip(file.toString())).orElse(null));
        if (document.isModified()) {
            if (tab.getGraphic() == null) {
                FontIcon dot = new FontIcon(MaterialDesignC.CIRCLE_MEDIUM);
                dot.getStyleClass().add("unsaved-dot");
                tab.setGraphic(dot);
            }
        } else {
            tab.setGraphic(null);
        }
    }
}
