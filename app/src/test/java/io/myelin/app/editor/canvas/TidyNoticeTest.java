package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.arrange.FlowDirection;
import io.myelin.app.editor.canvas.arrange.Tidying;
import io.myelin.engine.graph.Graph;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A layout that takes long is told of and can be given up; here it takes for ever. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TidyNoticeTest {
    private final CanvasFixture canvas = CanvasFixture.open(SampleGraphs.tangle(12), 900, 600);
    private final Queue<Runnable> never = new ArrayDeque<>();
    private final Tidying tidying =
            new Tidying(canvas.document(), canvas.canvas().geometry(), never::add, Runnable::run, _ -> {});
    private final Graph before = canvas.document().graph();

    @BeforeEach
    void begin() {
        CanvasFixture.run(() -> {
            CanvasPane pane = (CanvasPane) canvas.canvas().node();
            TidyNotice notice = new TidyNotice(tidying);
            notice.setId("notice");
            notice.listenAt(pane);
            pane.addOverlay(notice);
            tidying.start(FlowDirection.RIGHT);
        });
        CanvasFixture.await("it is told", () -> notice().isVisible());
    }

    @AfterEach
    void close() {
        canvas.close();
    }

    private Node notice() {
        return canvas.canvas().node().lookup("#notice");
    }

    private void assertGivenUp() {
        CanvasFixture.run(never.remove()::run);
        assertThat(CanvasFixture.call(() -> tidying.isRunning() || notice().isVisible()))
                .isFalse();
        assertThat(canvas.document().graph()).isSameAs(before);
    }

    @Test
    void escapeGivesItUp() {
        assertThat(canvas.picture("tidy-notice", 1)).isNotEmptyFile();
        assertThat(canvas.dark().picture("tidy-notice-dark-200", 2)).isNotEmptyFile();
        canvas.type(KeyCode.ESCAPE);
        assertGivenUp();
    }

    @Test
    void itsButtonGivesItUp() {
        Bounds button = CanvasFixture.call(() -> {
            Node cancel = notice().lookup("#tidy-cancel");
            return cancel.localToScene(cancel.getLayoutBounds());
        });
        canvas.press(MouseButton.PRIMARY, button.getCenterX(), button.getCenterY())
                .release(button.getCenterX(), button.getCenterY());
        assertGivenUp();
    }
}
