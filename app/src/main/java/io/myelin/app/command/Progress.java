package io.myelin.app.command;

import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunSnapshot;
import io.myelin.engine.run.RunSnapshot.ComponentCounts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Draws how far a run has come, a few times a second, where there is a terminal to draw it on. */
final class Progress implements AutoCloseable {
    private static final long FIRST_MILLIS = 600;
    private static final long EVERY_MILLIS = 250;
    private static final int WIDTH = 79;

    private final GraphRun run;
    private final ScreenLine line;
    private final Optional<ScheduledExecutorService> timer;
    private long doneBefore;
    private Duration elapsedBefore = Duration.ZERO;

    /** Begins to draw; goes on until it is closed. */
    Progress(GraphRun run, ScreenLine line) {
        this.run = run;
        this.line = line;
        this.timer = line.isDrawable() ? Optional.of(startDrawing()) : Optional.empty();
    }

    private ScheduledExecutorService startDrawing() {
        ScheduledExecutorService drawing = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("myelin-progress").factory());
        var unused = drawing.scheduleWithFixedDelay(this::draw, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return drawing;
    }

    private void draw() {
        RunSnapshot now = run.snapshot();
        long done = messagesDone(now);
        Duration passed = now.elapsed().minus(elapsedBefore);
        double rate = passed.isPositive() ? (done - doneBefore) * 1e9 / passed.toNanos() : 0;
        doneBefore = done;
        elapsedBefore = now.elapsed();
        String text = describe(now, rate);
        line.draw(text.length() > WIDTH ? text.substring(0, WIDTH) : text);
    }

    /** What a snapshot says in one line; {@code rate} in messages a second. */
    static String describe(RunSnapshot now, double rate) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,d messages", messagesDone(now)));
        text.append(String.format(Locale.ROOT, "  %s/s", Quantities.count(rate)));
        text.append("  ").append(Quantities.time(now.elapsed()));
        long bytesDone = 0;
        long bytesTotal = 0;
        boolean totalKnown = true;
        for (ComponentCounts component : now.components().values()) {
            bytesDone += component.progressDone();
            totalKnown &= component.progressDone() == 0 || component.progressTotal() >= 0;
            bytesTotal += Math.max(0, component.progressTotal());
        }
        if (bytesTotal > 0 && totalKnown) {
            long percent = Math.min(100, Math.round(100.0 * bytesDone / bytesTotal));
            text.append("  ").append(percent).append(" % of ").append(Quantities.bytes(bytesTotal));
        } else if (bytesDone > 0) {
            text.append("  ").append(Quantities.bytes(bytesDone));
        }
        return text.toString();
    }

    private static long messagesDone(RunSnapshot now) {
        return now.components().values().stream()
                .mapToLong(ComponentCounts::received)
                .sum();
    }

    @Override
    public void close() {
        timer.ifPresent(ScheduledExecutorService::close);
        line.erase();
    }
}
