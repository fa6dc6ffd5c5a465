package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.DocumentProblems;
import io.myelin.app.editor.document.ProblemPlace;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.editor.history.HistoryPanel;
import io.myelin.app.editor.inspector.InspectorPanel;
import io.myelin.app.editor.problem.ProblemsPanel;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Tab;

/** What is shown around the canvas of the document in front: its settings, steps and problems, its name and state. */
final class FrontDocument {
    private static final Texts TEXTS = Texts.of(FrontDocument.class);

    private final OpenDocuments documents;
    private final InspectorPanel inspector;
    private final StatusBar status;
    private final BottomPanel bottom;
    private final Consumer<String> title;
    private final Runnable refresh;
    private final ProblemsPanel problems = new ProblemsPanel(this::goTo);
    private final Tab problemsTab;
    private final HistoryPanel history = new HistoryPanel();
    private final Tab historyTab;
    private final List<Subscription> following = new ArrayList<>();

    /**
     * Shows it in these parts of the window, two of its own in {@code bottom} among them.
     *
     * @param title is told what to call the window
     * @param refresh is called when something may have changed that actions depend on
     */
    FrontDocument(
            OpenDocuments documents,
            InspectorPanel inspector,
            StatusBar status,
            BottomPanel bottom,
            Consumer<String> title,
            Runnable refresh) {
        this.documents = documents;
        this.inspector = inspector;
        this.status = status;
        this.bottom = bottom;
        this.title = title;
        this.refresh = refresh;
        this.problemsTab =
                bottom.add("panel-problems", TEXTS.get("view.problems"), "mdi2a-alert-circle-outline", problems.node());
        this.historyTab = bottom.add("panel-history", TEXTS.get("view.history"), "mdi2h-history", history.node());
    }

    /** Shows {@code current} from now on, calling {@code changed} now and whenever its state has changed. */
    void follow(Optional<OpenDocument> current, Runnable changed) {
        following.forEach(Subscription::close);
        following.clear();
        Optional<Document> document = current.map(OpenDocument::document);
        // A tab that comes to the front is shown only after this.
        current.ifPresent(open -> Platform.runLater(() -> open.canvas().node().requestFocus()));
        status.follow(current);
        inspector.show(document);
        history.show(document);
        current.ifPresentOrElse(open -> show(open.root().problems()), () -> problems.show(List.of(), _ -> false));
        document.ifPresent(one -> {
            following.add(one.onState(_ -> showState(changed)));
            following.add(one.selection().onChange(_ -> refresh.run()));
            following.add(one.onEdit(event -> status.announce(EditWords.of(event, one))));
            following.add(one.root().problems().onChange(this::show));
        });
        showState(changed);
    }

    private void show(DocumentProblems found) {
        problems.show(found.all(), found::isToFillIn);
    }

    private void showState(Runnable changed) {
        title.accept(documents
                .current()
                .map(OpenDocument::document)
                .map(one -> (one.isModified() ? "● " : "") + one.name() + " — Myelin")
                .orElse("Myelin"));
        changed.run();
        refresh.run();
    }

    /** Shows the list of problems. */
    void showProblems() {
        bottom.show(problemsTab);
    }

    /** Shows the list of steps. */
    void showHistory() {
        bottom.show(historyTab);
        // Panels that were put away are in the scene, and may have the focus, only once they are laid out.
        status.node().getScene().getRoot().applyCss();
        status.node().getScene().getRoot().layout();
        history.node().requestFocus();
    }

    private void goTo(Problem problem) {
        documents.current().ifPresent(open -> {
            ProblemPlace place = ProblemPlace.of(problem, open.root().graph());
            open.levels().show(open.root().level(place.level()));
            place.component().ifPresent(id -> {
                open.document().selection().select(id);
                open.canvas().centreOn(id);
                inspector.focusField(place.rest());
            });
            place.link().ifPresent(link -> {
                open.document().selection().select(link);
                open.canvas().centreOn(link);
            });
            if (place.component().isEmpty() && place.link().isEmpty()) {
                open.document().selection().clear();
                inspector.focusField(place.rest());
            }
        });
    }
}
