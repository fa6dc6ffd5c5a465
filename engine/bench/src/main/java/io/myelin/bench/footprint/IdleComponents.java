package io.myelin.bench.footprint;

import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a component costs at rest: bytes of heap after a full collection, for each component of a graph in which all have
 * started and wait. Arguments: how many components (1,000,000 where none is given), then {@code classes} to see which
 * classes the bytes belong to.
 *
 * <p>Counted for the run: the engine's objects and the component's own instance (16 bytes here), whatever they are
 * reached from. Counted besides for the plan: paths, settings, declarations of boxes, planned links. A row has one link a
 * component; once a message has gone through it, every inbox has its ring.
 */
public final class IdleComponents {
    private static final int COUNT = 1_000_000;
    private static final int LISTED_CLASSES = 25;

    /**
     * Bytes for each component.
     *
     * @param shape how the components are linked
     * @param plan of the plan
     * @param run of the run, when all wait and none has had a message
     * @param used of the run, when all wait again after one message
     */
    public record Row(RestingGraphs.Shape shape, double plan, double run, double used) {}

    private IdleComponents() {}

    /** Prints the bytes of each shape. */
    public static void main(String[] args) throws InterruptedException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : COUNT;
        boolean classes = args.length > 1 && args[1].equals("classes");
        System.out.println("shape       plan    run    run after one message   (bytes a component, " + count + ")");
        for (RestingGraphs.Shape shape : List.of(RestingGraphs.Shape.UNLINKED, RestingGraphs.Shape.ROW)) {
            Row row = measure(count, shape, classes);
            System.out.printf(
                    Locale.ROOT, "%-10s %5.0f  %5.0f  %5.0f%n", row.shape(), row.plan(), row.run(), row.used());
        }
    }

    /** Measures {@code count} components linked so; prints the classes too where {@code classes} says so. */
    static Row measure(int count, RestingGraphs.Shape shape, boolean classes) throws InterruptedException {
        RestingGraphs.Outside outside = new RestingGraphs.Outside(count);
        long before = usedHeap();
        RunPlan plan = RestingGraphs.plan(count, shape, outside);
        long planned = usedHeap();
        Map<String, Long> without = classes ? classBytes() : Map.of();
        GraphRun run = GraphRuns.start(plan, RestingGraphs.options());
        outside.awaitStart();
        long running = usedHeap();
        if (classes) {
            printGrowth(without, classBytes(), count);
        }
        long used = running;
        if (shape == RestingGraphs.Shape.ROW) {
            outside.sendThrough();
            awaitRest();
            used = usedHeap();
            if (classes) {
                printGrowth(without, classBytes(), count);
            }
        }
        run.stop();
        if (run.awaitEnd(Duration.ofMinutes(2)).isEmpty()) {
            throw new IllegalStateException("the run did not end");
        }
        return new Row(
                shape,
                (double) (planned - before) / count,
                (double) (running - planned) / count,
                (double) (used - planned) / count);
    }

    /**
     * Waits until the workers rest for good: when the last one has the message, they may still be busy with what follows
     * on it, and what they give back at rest they give back after a moment.
     */
    private static void awaitRest() throws InterruptedException {
        for (int rests = 0; rests < 3; rests = isAnyBusy() ? 0 : rests + 1) {
            Thread.sleep(20);
        }
    }

    private static boolean isAnyBusy() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread ->
                        thread.getName().startsWith("myelin-worker-") && thread.getState() != Thread.State.WAITING);
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        // What the first collection finds to be finalized or cleaned, the next one frees.
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(
                    used,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }

    private static Map<String, Long> classBytes() {
        Map<String, Long> bytes = new HashMap<>();
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            for (String line : histogram.lines().toList()) {
                String[] fields = line.trim().split("\\s+");
                if (fields.length >= 4 && fields[0].endsWith(":")) {
                    bytes.merge(fields[3], Long.parseLong(fields[2]), Long::sum);
                }
            }
        } catch (JMException unavailable) {
            throw new IllegalStateException("this virtual machine gives no class histogram", unavailable);
        }
        return bytes;
    }

    private static void printGrowth(Map<String, Long> before, Map<String, Long> after, int count) {
        List<Map.Entry<String, Double>> growth = new ArrayList<>();
        after.forEach((name, bytes) ->
                growth.add(Map.entry(name, (double) (bytes - before.getOrDefault(name, 0L)) / count)));
        growth.stream()
                .filter(one -> one.getValue() >= 0.5)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(LISTED_CLASSES)
                .forEach(one -> System.out.printf(Locale.ROOT, "    %6.1f %s%n", one.getValue(), one.getKey()));
    }
}
