package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.engine.graph.Graph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.RichTextArea;

/** The panel on the right: a form for what is selected, or for the graph where nothing is. */
public final class InspectorPanel {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final Dialogs dialogs;
    private final Function<Path, Optional<Graph>> graphs;
    private final ScrollPane scroll = new ScrollPane();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Optional<Document> document = Optional.empty();
    private Form form = new NothingForm();
    private Runnable leave = () -> {};

    /** A panel that shows nothing yet; {@code dialogs} choose files, {@code graphs} finds those in files. */
    public InspectorPanel(Dialogs dialogs, Function<Path, Optional<Graph>> graphs) {
        this.dialogs = dialogs;
        this.graphs = graphs;
        scroll.setId("inspector");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("inspector-scroll", "side-panel", "edge-to-edge");
        scroll.setContent(form.node());
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::undo);
        scroll.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave.run();
            }
        });
    }

    /** Calls {@code task} when people leave it by Escape, which first takes back what waits in a field. */
    public void onLeave(Runnable task) {
        leave = task;
    }

    /**
     * What is typed here goes into the graph at once, and is a step there: a field that went back by itself would only add
     * another.
     */
    private void undo(KeyEvent event) {
        boolean back = UNDO.match(event);
        boolean isMeant = back || REDO.match(event) || REDO_TOO.match(event);
        boolean inText = event.getTarget() instanceof WaitingField field
                ? !field.isWaiting()
                : event.getTarget() instanceof TextInputControl || event.getTarget() instanceof RichTextArea;
        if (isMeant && inText) {
            event.consume();
            document.ifPresent(back ? Document::undo : Document::redo);
        }
    }

    /** The panel to show. */
    public Node node() {
        return scroll;
    }

    /** Shows {@code shown} from now on. */
    public void show(Optional<Document> shown) {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        document = shown;
        shown.ifPresent(one -> {
            subscriptions.add(one.selection().onChange(_ -> rebuild()));
            subscriptions.add(one.onChange(_ -> refresh()));
            subscriptions.add(one.problems().onChange(_ -> form.showProblems()));
        });
        rebuild();
    }

    /** Gives the focus to the field that {@code path} leads to, from the selected thing or the graph. */
    public void focusField(List<String> path) {
        // What was selected just now has its form laid out by then.
        scroll.applyCss();
        scroll.layout();
        form.focus(path);
    }

    /** The graphs in files may be others now. */
    public void graphsInFilesChanged() {
        refresh();
    }

    private void refresh() {
        if (!form.refresh()) {
            rebuild();
        }
    }

    private void rebuild() {
        document.ifPresent(Document::endMerging);
        form.close();
        form = document.map(this::form).orElseGet(NothingForm::new);
        scroll.setContent(form.node());
        scroll.setVvalue(0);
        form.showProblems();
    }

    private Form form(Document shown) {
        Selection selection = shown.selection();
        EditorContext context = new EditorContext(dialogs, shown.folder(), graphs);
        if (selection.onlyComponent().isPresent()) {
            return new ComponentForm(shown, selection.onlyComponent().get(), context);
        }
        if (selection.components().size() > 1) {
            return new SeveralForm(shown, List.copyOf(selection.components()));
        }
        if (selection.onlyLink().flatMap(LinkReference::publicBox).isPresent()) {
            return new GraphForm(shown);
        }
        if (!selection.links().isEmpty()) {
            return new LinkForm(
                    shown, selection.links().getFirst(), selection.links().size());
        }
        return new GraphForm(shown);
    }

    /** What is shown without a document. */
    private static final class NothingForm implements Form {
        private final StackPane pane = new StackPane(new Label());

        @Override
        public Node node() {
            return pane;
        }

        @Override
        public boolean refresh() {
            return true;
        }
    }
}
