package io.myelin.app.editor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.EditorFixture;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is missing in a component that was just added is quiet until people have had a chance to fill it in. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class JustAddedTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @BeforeEach
    void addAComponentByHand() throws IOException {
        editor.action("file.new");
        editor.doubleClick(editor.node("#graph-canvas"));
        editor.node("#quick-add");
        editor.type("read lines");
        editor.keys(KeyCode.ENTER);
        EditorFixture.await("it is checked", () -> problems() > 0);
        editor.settle();
    }

    @Test
    void itIsToBeFilledInUntilItWasSelectedAndIsLeft() throws IOException {
        assertThat(status()).isEqualTo("1 to fill in");
        assertThat(wrong()).isFalse();
        editor.action("view.problems");
        EditorFixture.await("it is listed", () -> isListed("To fill in: "));
        editor.picture("just-added");

        Point2D corner = EditorFixture.call(() -> editor.node("#graph-canvas").localToScene(30, 30));
        editor.click(corner.getX(), corner.getY());
        EditorFixture.await("it is an error", () -> status().equals("1 error"));
        assertThat(wrong()).isTrue();
        EditorFixture.await("so it is in the list", () -> isListed("Error: "));
        editor.picture("just-added-left");
    }

    @Test
    void itIsAnErrorOnceTheGraphIsToRun() {
        editor.action("run.start");
        EditorFixture.await("it is an error", () -> status().equals("1 error"));
    }

    @Test
    void oneThatWasThereBeforeIsWrongAtOnce() {
        editor.action("edit.duplicate");
        EditorFixture.await("both are errors", () -> status().equals("2 errors"));
    }

    private int problems() {
        return EditorFixture.call(() -> editor.document().problems().all().size());
    }

    private boolean wrong() {
        return EditorFixture.call(
                () -> !editor.document().problems().wrongComponents().isEmpty());
    }

    private String status() {
        return EditorFixture.call(
                () -> editor.node("#status-problems", Button.class).getText());
    }

    private boolean isListed(String beginning) {
        return EditorFixture.call(() -> editor.node("#problem-list", ListView.class).lookupAll(".list-cell").stream()
                .map(cell -> String.valueOf(((ListCell<?>) cell).getAccessibleText()))
                .anyMatch(text -> text.startsWith(beginning)));
    }
}
