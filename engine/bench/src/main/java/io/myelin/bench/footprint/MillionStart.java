package io.myelin.bench.footprint;

import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How long a great many components take to start, all of them to where they wait, and to stop. Arguments: how many
 * (1,000,000 where none is given), then how many rounds (3) besides the one that warms up.
 *
 * <p>The plan is made before the clock runs, as a user's program text is.
 */
public final class MillionStart {
    private static final int COUNT = 1_000_000;
    private static final int ROUNDS = 3;

    /**
     * One way of starting them; medians.
     *
     * @param name what is started
     * @param startNanos until all have started
     * @param stopNanos from asking for a stop until all have stopped
     */
    public record Row(String name, long startNanos, long stopNanos) {}

    /** Starts and stops once. */
    private interface Round {
        Row run(int count) throws Exception;
    }

    private MillionStart() {}

    /** Prints the times of each. */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : COUNT;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        System.out.println("what                       start ns each   stop ns each   (" + count + ")");
        measure(
                count,
                rounds,
                row -> System.out.printf(
                        Locale.ROOT,
                        "%-26s %13.0f  %13.0f%n",
                        row.name(),
                        (double) row.startNanos() / count,
                        (double) row.stopNanos() / count));
    }

    /** Measures one way after the other, {@code rounds} times and once more to warm up, and tells each as it is done. */
    static void measure(int count, int rounds, Consumer<Row> told) throws Exception {
        List<Round> ways = new ArrayList<>();
        for (RestingGraphs.Shape shape : RestingGraphs.Shape.values()) {
            ways.add(times -> myelin(times, shape));
        }
        for (Round way : ways) {
            way.run(count);
            List<Row> measured = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                System.gc();
                measured.add(way.run(count));
            }
            told.accept(median(measured));
        }
    }

    private static Row median(List<Row> rounds) {
        int middle = rounds.size() / 2;
        return new Row(
                rounds.getFirst().name(),
                rounds.stream()
                        .sorted(Comparator.comparingLong(Row::startNanos))
                        .toList()
                        .get(middle)
                        .startNanos(),
                rounds.stream()
                        .sorted(Comparator.comparingLong(Row::stopNanos))
                        .toList()
                        .get(middle)
                        .stopNanos());
    }

    private static Row myelin(int count, RestingGraphs.Shape shape) throws InterruptedException {
        RestingGraphs.Outside outside = new RestingGraphs.Outside(count);
        RunPlan plan = RestingGraphs.plan(count, shape, outside);
        long begun = System.nanoTime();
        GraphRun run = GraphRuns.start(plan, RestingGraphs.options());
        outside.awaitStart();
        long started = System.nanoTime();
        run.stop();
        if (run.awaitEnd(Duration.ofMinutes(2)).isEmpty()) {
            throw new IllegalStateException("the run did not end");
        }
        return new Row("Myelin " + shape, started - begun, System.nanoTime() - started);
    }
}
