package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.paint.FoldedMembers;
import io.myelin.app.editor.document.DocumentProblems;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.run.ComponentStatus;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong in a folded group, and how what is in it runs, is seen on its card. */
class FoldedStandingTest {
    private final CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1000, 700);

    @BeforeEach
    void fold() {
        CanvasFixture.run(() -> {
            canvas.document().selection().select(List.of("words", "count"), List.of());
            canvas.canvas().groupSelection();
            canvas.canvas().node().requestFocus();
            canvas.canvas().toggleFolded();
        });
    }

    @AfterEach
    void close() {
        canvas.close();
    }

    private GroupShape card() {
        return CanvasFixture.call(
                () -> canvas.canvas().geometry().layout().groups().getFirst());
    }

    private void check(Problem... problems) {
        CanvasFixture.run(() -> canvas.document().checked(canvas.document().graph(), List.of(problems)));
    }

    private static Problem problem(Problem.Severity severity, String pointer) {
        return new Problem(severity, pointer, 0, 0, "wrong at " + pointer, Optional.empty());
    }

    private String hint() {
        Point2D place = canvas.at(card().bounds().centre().x(), card().bounds().y() + 20);
        canvas.move(place.getX(), place.getY());
        CanvasFixture.pulse();
        return canvas.canvas().node().lookup(".canvas-hint .hint-text") instanceof Label label ? label.getText() : "";
    }

    @Test
    void the_card_counts_the_errors_of_its_members_and_the_pointer_reads_them() {
        check(
                problem(Problem.Severity.WARNING, "/components/words/settings"),
                problem(Problem.Severity.ERROR, "/components/words/type"),
                problem(Problem.Severity.ERROR, "/components/count/type"),
                problem(Problem.Severity.ERROR, "/components/print/type"));
        DocumentProblems problems = canvas.document().problems();
        assertThat(FoldedMembers.problems(card(), problems)).hasSize(2);
        assertThat(canvas.picture("folded-errors", 1)).isNotEmptyFile();
        assertThat(hint()).contains("/components/words/type", "/components/count/type");
    }

    @Test
    void without_errors_it_counts_what_may_be_wrong() {
        check(problem(Problem.Severity.WARNING, "/components/words/settings"));
        assertThat(FoldedMembers.problems(card(), canvas.document().problems())).hasSize(1);
        assertThat(hint()).contains("/components/words/settings");
    }

    @Test
    void the_card_stands_as_its_member_that_matters_most() {
        RehearsedLife life = new RehearsedLife()
                .component("read", ComponentStatus.BLOCKED, "blocked")
                .component("words", ComponentStatus.WAITING, "waiting")
                .component("count", ComponentStatus.WORKING, "working");
        canvas.show(life);
        assertThat(FoldedMembers.life(card(), life.frame()).orElseThrow().text())
                .isEqualTo("working");
        life.component("words", ComponentStatus.FAILED, "failed");
        assertThat(FoldedMembers.life(card(), life.frame()).orElseThrow().text())
                .isEqualTo("failed");
        assertThat(canvas.picture("folded-failed", 1)).isNotEmptyFile();
    }
}
