package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import io.myelin.bench.report.Goal;
import io.myelin.bench.row.MeasuredRow;
import io.myelin.bench.row.RowBuilder;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/** The programs of the suite at its default sizes; a figure is milliseconds for a whole run. */
public final class SavinaRows {
    private static final String MYELIN = "myelin";
    private static final double NANOS_A_MILLI = 1e6;

    private final int most;

    /** At the suite's default sizes. */
    public SavinaRows() {
        this(Integer.MAX_VALUE);
    }

    /** With no more than {@code most} components of a kind, 10 and up. */
    public SavinaRows(int most) {
        this.most = most;
    }

    private int crowd(int number) {
        return Math.min(number, most);
    }

    /** All of them. */
    public List<MeasuredRow> all() {
        return List.of(
                row("pingpong", "40,000 pings", 40_000, PingPongGraph::program, PingPongActors::program),
                row("count", "1,000,000 increments", 1_000_000, CountGraph::program, CountActors::program),
                row(
                        "threadring",
                        "100 in a ring, 100,000 hops",
                        100_000,
                        hops -> ThreadRingGraph.program(crowd(100), hops),
                        (systems, hops) -> ThreadRingActors.program(systems, crowd(100), hops)),
                row(
                        "fjcreate",
                        "40,000 created",
                        40_000,
                        workers -> ForkJoinGraph.program((int) workers, 1),
                        (systems, workers) -> ForkJoinActors.program(systems, workers.intValue(), 1)),
                row(
                        "fjthrput",
                        "10,000 messages to each of 60",
                        10_000,
                        messages -> ForkJoinGraph.program(crowd(60), messages),
                        (systems, messages) -> ForkJoinActors.program(systems, crowd(60), messages)),
                row(
                        "big",
                        "120, each 20,000 pings",
                        20_000,
                        pings -> BigGraph.program(crowd(120), pings),
                        (systems, pings) -> BigActors.program(systems, crowd(120), pings)),
                row(
                        "chameneos",
                        "100, 200,000 meetings",
                        200_000,
                        meetings -> ChameneosGraph.program(crowd(100), meetings),
                        (systems, meetings) -> ChameneosActors.program(systems, crowd(100), meetings)),
                row(
                        "bndbuffer",
                        "40 producers, 40 consumers, 1,000 items each",
                        1_000,
                        items -> BufferGraph.program(crowd(40), crowd(40), items),
                        (systems, items) -> BufferActors.program(systems, crowd(40), crowd(40), items)),
                row(
                        "sieve",
                        "primes below 100,000",
                        100_000,
                        limit -> SieveGraph.program((int) limit),
                        (systems, limit) -> SieveActors.program(systems, limit.intValue())),
                row(
                        "philosopher",
                        "20, each 10,000 meals",
                        10_000,
                        meals -> PhilosopherGraph.program(crowd(20), meals),
                        (systems, meals) -> PhilosopherActors.program(systems, crowd(20), meals)),
                row(
                        "banking",
                        "1,000 accounts, 50,000 orders",
                        50_000,
                        orders -> BankingGraph.program(crowd(1_000), orders),
                        (systems, orders) -> BankingActors.program(systems, crowd(1_000), orders)));
    }

    private static MeasuredRow row(
            String name, String size, long amount, LongFunction<Load> graph, BiFunction<Systems, Long, Load> actors) {
        // All of the amount is one operation of the figure's unit, whatever the amount.
        double operations = NANOS_A_MILLI / amount;
        return new RowBuilder("savina-" + name, "Savina " + name + ", " + size, "ms")
                .entry(MYELIN, amount, operations, graph)
                .entry("Pekko tuned", amount, operations, of -> actors.apply(Systems.TUNED, of))
                .entry("Pekko default", amount, operations, of -> actors.apply(Systems.DEFAULT, of))
                .goal(Goal.better(MYELIN, "Pekko tuned", 1, 1))
                .goal(Goal.better(MYELIN, "Pekko default", 1, 1))
                .build();
    }
}
