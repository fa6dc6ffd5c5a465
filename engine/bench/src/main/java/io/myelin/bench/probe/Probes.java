package io.myelin.bench.probe;

import io.myelin.bench.pekko.Systems;
import io.myelin.bench.report.Goal;
import io.myelin.bench.report.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All probes, in the order of the table. */
public final class Probes {
    private static final String MYELIN = "myelin";
    private static final String DEFAULT = "Pekko default";
    private static final String TUNED = "Pekko tuned";

    private Probes() {}

    /** All of them. */
    public static List<Probe> all() {
        return List.of(rest(), waiting(), latency());
    }

    private static Probe rest() {
        Map<String, Probe.Body> entries = new LinkedHashMap<>();
        entries.put(MYELIN, RestProbe::myelin);
        entries.put(DEFAULT, size -> RestProbe.pekko(Systems.DEFAULT, size));
        return new Probe(
                "rest",
                List.of(
                        new Row(
                                "rest-bytes",
                                "an idle component",
                                "bytes",
                                List.of(Goal.atMost(MYELIN, 300, 100), Goal.shown(MYELIN, DEFAULT))),
                        new Row(
                                "rest-start",
                                "starting 1,000,000, each",
                                "ns",
                                List.of(Goal.better(MYELIN, DEFAULT, 5, 5)))),
                entries);
    }

    private static Probe waiting() {
        return new Probe(
                "waiting",
                List.of(new Row(
                        "waiting",
                        "waiting graph of 10,000 components",
                        "percent of a core",
                        List.of(Goal.atMost(MYELIN, 0.5, 0)))),
                Map.of(MYELIN, RestProbe::waiting));
    }

    private static Probe latency() {
        Map<String, Probe.Body> entries = new LinkedHashMap<>();
        entries.put(MYELIN, LatencyProbe::myelin);
        entries.put(DEFAULT, size -> LatencyProbe.pekko(Systems.DEFAULT, size));
        entries.put(TUNED, size -> LatencyProbe.pekko(Systems.TUNED, size));
        List<Goal> goals = List.of(Goal.atMost(MYELIN, DEFAULT, 1, 0.5), Goal.atMost(MYELIN, TUNED, 1, 0.5));
        return new Probe(
                "latency",
                List.of(
                        new Row("latency-p50", "one message through 10 idle stages, p50", "us", goals),
                        new Row("latency-p99.9", "one message through 10 idle stages, p99.9", "us", goals)),
                entries);
    }
}
