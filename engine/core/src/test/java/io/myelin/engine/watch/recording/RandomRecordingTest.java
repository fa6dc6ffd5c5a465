package io.myelin.engine.watch.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.watch.recording.ReplayResult.Reached;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random graphs, recorded and replayed: with feeds from outside, slow and failing components, full and dropping inboxes. */
class RandomRecordingTest {
    private static final long SECONDS = Long.getLong("myelin.recording.seconds", 4);
    private static final List<String> POLICIES = List.of("block", "block", "block", "drop-newest", "drop-oldest");

    @TempDir
    private Path folder;

    @Test
    void everyRandomGraphIsReplayedDeliveryByDelivery() throws Exception {
        long seed = Long.getLong("myelin.recording.seed", System.nanoTime());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        do {
            try {
                recordAndReplay(seed);
            } catch (AssertionError failed) {
                throw new AssertionError("-Dmyelin.recording.seed=" + seed + ": " + failed.getMessage(), failed);
            }
            seed++;
        } while (System.nanoTime() - end < 0);
    }

    private void recordAndReplay(long seed) throws Exception {
        RecordingBench bench = new RecordingBench(folder);
        String graph = new Drawn(new SplittableRandom(seed), seed).graph();
        RecordingBench.Running run = bench.start(graph);
        run.end();
        RecordingBench.Replayed replayed = bench.replay();
        assertThat(replayed.result().difference()).as(graph).isEmpty();
        assertThat(replayed.result().reached()).as(graph).isEqualTo(Reached.END);
        assertThat(replayed.printed()).as(graph).isEqualTo(run.console().printed);
        assertThat(replayed.result().counters().links())
                .isEqualTo(run.run().snapshot().links());
    }

    /** A graph drawn from a seed. */
    private static final class Drawn {
        private final SplittableRandom random;
        private final long seed;
        private final List<String> components = new ArrayList<>();
        private final List<String> links = new ArrayList<>();

        Drawn(SplittableRandom random, long seed) {
            this.random = random;
            this.seed = seed;
        }

        String graph() {
            List<String> outboxes = new ArrayList<>();
            int sources = 1 + random.nextInt(3);
            for (int i = 0; i < sources; i++) {
                int count = 1 + random.nextInt(150);
                String type = switch (random.nextInt(3)) {
                    case 0 -> "test.count";
                    case 1 -> "test.feed";
                    default -> "test.tick";
                };
                int most = type.equals("test.tick") ? Math.min(count, 20) : count;
                components.add("\"s" + i + "\": {\"type\": \"" + type + "\", \"settings\": {\"count\": " + most + "}}");
                outboxes.add("s" + i + ".outbox");
            }
            int stages = 1 + random.nextInt(6);
            for (int i = 0; i < stages; i++) {
                outboxes.addAll(stage("c" + i, List.copyOf(outboxes)));
            }
            add("print", "test.print", "", "microprocess", "tasklet");
            for (String outbox : outboxes) {
                if (random.nextInt(4) > 0) {
                    link(outbox, "print.inbox");
                }
            }
            return "{\"format\": \"myelin-graph/1\", \"components\": {" + String.join(", ", components)
                    + "}, \"links\": [" + String.join(", ", links) + "]}";
        }

        private List<String> stage(String id, List<String> before) {
            boolean splits = false;
            switch (random.nextInt(7)) {
                case 0 -> add(id, "test.pass", "", "microprocess", "tasklet", "thread");
                case 1 -> add(id, "test.relay", "", "tasklet", "thread");
                case 2 -> add(id, "test.answer", "", "microprocess", "tasklet");
                case 3 -> add(id, "test.slow", "", "tasklet", "thread");
                case 4 ->
                    add(
                            id,
                            "test.broken",
                            ", \"settings\": {\"text\": \"" + seed + id + "\"}" + onError(),
                            "microprocess",
                            "tasklet");
                case 5 -> add(id, "test.flaky", onError(), "microprocess", "tasklet");
                default -> {
                    splits = true;
                    add(id, "test.split", "", "microprocess", "tasklet");
                }
            }
            link(before.get(random.nextInt(before.size())), id + ".inbox");
            String more = before.get(random.nextInt(before.size()));
            link(more, id + ".inbox");
            return splits ? List.of(id + ".outbox", id + ".even") : List.of(id + ".outbox");
        }

        private String onError() {
            return switch (random.nextInt(4)) {
                case 0 -> ", \"onError\": {\"policy\": \"stop\"}";
                case 1 -> ", \"onError\": {\"policy\": \"skip\"}";
                default -> ", \"onError\": {\"policy\": \"restart\", \"retries\": 5, \"backoff\": \"1ms\"}";
            };
        }

        private void add(String id, String type, String more, String... executions) {
            String policy = POLICIES.get(random.nextInt(POLICIES.size()));
            int capacity = 1 + random.nextInt(20);
            components.add("\"" + id + "\": {\"type\": \"" + type + "\", \"execution\": \""
                    + executions[random.nextInt(executions.length)] + "\", \"inboxes\": {\"inbox\": {\"capacity\": "
                    + capacity + ", \"overflow\": \"" + policy + "\"}}" + more + "}");
        }

        private void link(String from, String to) {
            String link = "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
            if (!links.contains(link)) {
                links.add(link);
            }
        }
    }
}
