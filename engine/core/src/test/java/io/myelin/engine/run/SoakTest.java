package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Runs one graph after the other on real threads, for {@code -Dmyelin.soak.seconds} seconds, and looks whether anything
 * is left behind: the heap after a collection, the threads and the open files may go up and down but not only up.
 */
class SoakTest {
    private static final long SECONDS = Long.getLong("myelin.soak.seconds", 3);
    private static final int LOOKS = 12;

    /** What is in use at one moment, between two runs. */
    private record Use(long heapBytes, long threads, long files) {
        static Use now() {
            // Twice, since what the first finds dead may hold on to more until it has been cleaned up.
            System.gc();
            System.gc();
            long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                    ? unix.getOpenFileDescriptorCount()
                    : 0;
            return new Use(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    files);
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void runsOneAfterTheOtherLeaveNothingBehind() throws Exception {
        long seed = 1;
        for (int i = 0; i < 50; i++) {
            run(seed++);
        }
        List<Use> uses = new ArrayList<>();
        for (int look = 0; look < LOOKS; look++) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS) / LOOKS;
            do {
                run(seed++);
            } while (System.nanoTime() - end < 0);
            uses.add(Use.now());
        }

        assertThat(growth(uses, Use::threads))
                .as("threads left behind: " + uses)
                .isLessThanOrEqualTo(4);
        assertThat(growth(uses, Use::files)).as("files left open: " + uses).isLessThanOrEqualTo(4);
        assertThat(growth(uses, Use::heapBytes))
                .as("heap left behind, bytes: " + uses)
                .isLessThan(Math.max(8L << 20, median(uses.subList(0, LOOKS / 3), Use::heapBytes) / 4));
    }

    /** From the first third of the looks to the last, the middle one of each. */
    private static long growth(List<Use> uses, ToLongFunction<Use> what) {
        int third = uses.size() / 3;
        return median(uses.subList(uses.size() - third, uses.size()), what) - median(uses.subList(0, third), what);
    }

    private static long median(List<Use> uses, ToLongFunction<Use> what) {
        return what.applyAsLong(
                uses.stream().sorted(Comparator.comparingLong(what)).toList().get(uses.size() / 2));
    }

    /** One random graph for a while: to its end, or to a stop. */
    private static void run(long seed) throws Exception {
        SimulatedGraph simulated = new SimulatedGraph(seed);
        RunOptions options = new RunOptions(2, true, new SilentConsole(), Duration.ofSeconds(20));
        RunningGraph run = new RunningGraph(simulated.plan(), options, new WorkerScheduler(2));
        run.start();
        Optional<RunOutcome> outcome = run.awaitEnd(Duration.ofMillis(200));
        if (outcome.isEmpty()) {
            run.stop();
            run.awaitEnd();
        }
        assertThat(simulated.oracle.flaws(run.snapshot())).as("seed " + seed).isEmpty();
    }
}
