package io.myelin.bench.probe;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a JVM of its own runs: takes the figures of one entry and prints them. Arguments: probe, entry, size. */
public final class ProbeProgram {
    private ProbeProgram() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Probe.Body body = Probes.all().stream()
                .filter(probe -> probe.id().equals(arguments[0]))
                .map(probe -> probe.entries().get(arguments[1]))
                .findFirst()
                .orElseThrow();
        double[] figures = body.measure(Integer.parseInt(arguments[2]));
        System.out.println(Arrays.stream(figures).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }
}
