package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.run.ComponentStatus;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;

/**
 * How fast large graphs open, pan and run. The bounds are wide, so that a busy machine does not fail them; the figures
 * are printed. To measure without the screen's own rhythm: {@code -Djavafx.animation.fullspeed=true}.
 */
class CanvasSpeedTest {
    private static final int FRAMES = 90;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Test
    void a_thousand_components_pan_and_run_smoothly() throws InterruptedException {
        Graph graph = SampleGraphs.grid(25, 40);
        long start = System.nanoTime();
        try (CanvasFixture canvas = CanvasFixture.open(graph, 1000, 1000)) {
            report("1,000 components: open", start);
            CanvasFixture.run(() -> canvas.canvas().zoomTo(1));
            say("1,000 components, 100 %: pan", frames(canvas, step -> pan(canvas)));
            CanvasFixture.run(() -> canvas.canvas().zoomTo(0.35));
            say("1,000 components, 35 %: pan", frames(canvas, step -> pan(canvas)));
            CanvasFixture.run(() -> canvas.canvas().fitAll());
            double rate = frames(canvas, step -> pan(canvas));
            say("1,000 components, all visible: pan", rate);
            CanvasFixture.run(() -> canvas.canvas().zoomTo(1));
            RehearsedLife life = new RehearsedLife();
            say("1,000 components, 100 %: 200 tokens", running(canvas, life));
            CanvasFixture.run(() -> canvas.canvas().fitAll());
            say("1,000 components, all visible: 200 tokens", running(canvas, new RehearsedLife()));
            assertThat(rate).isGreaterThan(5);
        }
    }

    @Test
    void twenty_thousand_components_open_and_pan() throws InterruptedException {
        Graph graph = SampleGraphs.grid(125, 160);
        long start = System.nanoTime();
        try (CanvasFixture canvas = CanvasFixture.open(graph, 1000, 1000)) {
            double seconds = report("20,000 components: open", start);
            double small = frames(canvas, step -> pan(canvas));
            say("20,000 components, 10 %: pan", small);
            CanvasFixture.run(() -> canvas.canvas().zoomTo(1));
            say("20,000 components, 100 %: pan", frames(canvas, step -> pan(canvas)));
            long before = System.nanoTime();
            CanvasFixture.run(() -> {
                canvas.document().selection().select("c60-80");
                canvas.canvas().operations().nudge(CanvasGeometry.GRID, 0);
            });
            report("20,000 components: move one", before);
            assertThat(seconds).isLessThan(20);
            assertThat(small).isGreaterThan(1);
        }
    }

    private static void pan(CanvasFixture canvas) {
        Viewport viewport = canvas.canvas().interaction().viewport();
        canvas.canvas().interaction().show(viewport.panned(-3, -1));
    }

    private static double running(CanvasFixture canvas, RehearsedLife life) throws InterruptedException {
        Point middle = CanvasFixture.call(() -> canvas.canvas().centre());
        var links = CanvasFixture.call(() -> canvas.canvas().geometry().links().stream()
                .sorted((a, b) -> Double.compare(
                        a.path().start().distance(middle), b.path().start().distance(middle)))
                .limit(200)
                .map(link -> link.reference())
                .toList());
        links.forEach(link -> life.component(link.from().component(), ComponentStatus.WORKING, "working"));
        links.forEach(link -> life.wire(link.from().toString(), link.to().toString(), 12_345, 8));
        canvas.show(life);
        return frames(canvas, step -> {
            if (step % 30 == 0) {
                links.forEach(
                        link -> life.message(link.from().toString(), link.to().toString(), step, "value", 0));
            }
            if (step % 12 == 0) {
                var link = links.getFirst();
                life.wire(link.from().toString(), link.to().toString(), 12_345 + step, 8);
            }
        });
    }

    private static double frames(CanvasFixture canvas, IntConsumer step) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        long[] times = new long[4];
        CanvasFixture.run(() -> new AnimationTimer() {
            private int frame;

            @Override
            public void handle(long now) {
                if (frame == 10) {
                    times[0] = System.nanoTime();
                    times[2] = PROCESS.getProcessCpuTime();
                }
                if (frame == FRAMES + 10) {
                    times[1] = System.nanoTime();
                    times[3] = PROCESS.getProcessCpuTime();
                    stop();
                    done.countDown();
                    return;
                }
                step.accept(frame++);
            }
        }.start());
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        System.out.printf("    %.1f ms of all processors a frame%n", (times[3] - times[2]) / 1e6 / FRAMES);
        return FRAMES / ((times[1] - times[0]) / 1e9);
    }

    private static double report(String what, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s %.2f s%n", what, seconds);
        return seconds;
    }

    private static void say(String what, double rate) {
        System.out.printf("%s %.0f frames/s%n", what, rate);
    }
}
