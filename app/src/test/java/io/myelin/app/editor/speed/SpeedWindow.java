package io.myelin.app.editor.speed;

import atlantafx.base.theme.PrimerLight;
import io.myelin.app.editor.canvas.CanvasFixture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A window of 1600 × 1000 pixels in which frames are counted. Call it from a thread that is not the window's. */
final class SpeedWindow implements AutoCloseable {
    static final double WIDTH = 1600;
    static final double HEIGHT = 1000;

    private static final int WARM_UP = 40;
    private static final long PATIENCE_SECONDS = 120;

    private final Stage stage;
    private final Pane root = new Pane();

    private SpeedWindow(Stage stage) {
        this.stage = stage;
    }

    static SpeedWindow open() {
        CanvasFixture.start();
        return CanvasFixture.call(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            Stage stage = new Stage(StageStyle.UNDECORATED);
            SpeedWindow window = new SpeedWindow(stage);
            stage.setScene(new Scene(window.root, WIDTH, HEIGHT));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return window;
        });
    }

    /** Shows {@code content}, in place of what was there, over the whole window. Call it on the window's thread. */
    void show(Node content) {
        content.setManaged(false);
        root.getChildren().setAll(content);
        content.resize(WIDTH, HEIGHT);
        root.applyCss();
        root.layout();
    }

    /** Does {@code step} before each of {@code count} frames, after some to warm up, and measures them. */
    static FrameTimes frames(int count, IntConsumer step) {
        CompletableFuture<FrameTimes> done = new CompletableFuture<>();
        CanvasFixture.run(() -> new AnimationTimer() {
            private final long[] nanos = new long[count];
            private int frame = -WARM_UP;
            private long before;

            @Override
            public void handle(long pulse) {
                long now = System.nanoTime();
                if (frame > 0) {
                    nanos[frame - 1] = now - before;
                }
                before = now;
                if (frame == count) {
                    stop();
                    done.complete(FrameTimes.of(nanos));
                } else {
                    step.accept(Math.max(0, frame++));
                }
            }
        }.start());
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("no frames came", failed);
        }
    }

    /** Does {@code work} on the window's thread; tells after how many milliseconds what it changed was painted. */
    static double untilPainted(Runnable work) {
        CompletableFuture<Long> painted = new CompletableFuture<>();
        long start = System.nanoTime();
        CanvasFixture.run(() -> {
            work.run();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long pulse) {
                    // The first pulse lays out and hands over, the second waits until that is rendered.
                    if (++pulses == 3) {
                        stop();
                        painted.complete(System.nanoTime());
                    }
                }
            }.start();
        });
        try {
            return (painted.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("nothing was painted", failed);
        }
    }

    @Override
    public void close() {
        CanvasFixture.run(stage::close);
    }
}
