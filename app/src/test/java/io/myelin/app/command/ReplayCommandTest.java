package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code myelin run --record} and {@code myelin replay}. */
@Timeout(90)
class ReplayCommandTest {
    @TempDir
    private Path folder;

    private String wordCount() throws IOException {
        Files.writeString(folder.resolve("text.txt"), "to be or not to be\nthat is the question\n".repeat(50));
        return new GraphText()
                .component("read", "file.lines", "{\"path\": \"text.txt\"}")
                .component("words", "text.split", "{\"pattern\": \" \"}")
                .component("count", "data.count", "{\"by\": \"$\", \"top\": 3}")
                .component("print", "console.print", "{}")
                .links("read", "words", "count", "print")
                .write(folder, "words.graph.json");
    }

    @Test
    void a_recorded_run_is_replayed_with_the_same_output_though_graph_and_input_are_gone() throws Exception {
        String graph = wordCount();
        CommandRun.Result run = CommandRun.in(folder).run("run", graph, "--record", "run.recording");
        assertThat(run.status()).as(run.messages()).isZero();
        assertThat(run.messages()).matches("recorded in run\\.recording \\([0-9.]+ \\S+\\)\\R");
        assertThat(run.outputLines()).hasSize(3);
        Files.delete(folder.resolve(graph));
        Files.delete(folder.resolve("text.txt"));

        CommandRun.Result replay = CommandRun.in(folder).run("replay", "run.recording");

        assertThat(replay.messages())
                .matches("[0-9,]+ deliveries were the same in [0-9,]+ steps; SHA-256 [0-9a-f]{64}\\R");
        assertThat(replay.output()).isEqualTo(run.output());
        assertThat(replay.status()).isZero();

        CommandRun.Result verified = CommandRun.in(folder).run("replay", "run.recording", "--verify");
        assertThat(verified.output()).isEmpty();
        assertThat(verified.messages()).isEqualTo(replay.messages());
    }

    @Test
    void the_exit_status_and_the_failures_are_those_of_the_recorded_run() throws Exception {
        String graph = new GraphText()
                .component("values", "source.values", "{\"values\": [\"{}\", \"no json\"]}")
                .component("parse", "json.parse", "{}")
                .component("print", "console.print", "{}")
                .links("values", "parse", "print")
                .write(folder, "failing.graph.json");
        CommandRun.Result run = CommandRun.in(folder).run("run", graph, "--record", "run.recording");
        assertThat(run.status()).isEqualTo(1);

        CommandRun.Result replay = CommandRun.in(folder).run("replay", "run.recording");

        assertThat(replay.status()).isEqualTo(1);
        assertThat(replay.messages())
                .contains(run.messages().lines().findFirst().orElseThrow());
    }

    @Test
    void a_run_stopped_by_ctrl_c_is_replayed_to_where_it_was_stopped() throws Exception {
        String graph = new GraphText()
                .component("tick", "source.timer", "{\"every\": \"5ms\"}")
                .component("print", "console.print", "{}")
                .links("tick", "print")
                .write(folder, "endless.graph.json");
        CountDownLatch printed = new CountDownLatch(1);
        CommandRun command = CommandRun.in(folder).withInterruption(stop -> {
            Thread.startVirtualThread(() -> {
                try {
                    printed.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                stop.run();
            });
            return new Interrupted();
        });
        java.io.ByteArrayOutputStream seen = new java.io.ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                if (toString(java.nio.charset.StandardCharsets.UTF_8).contains("3\n")) {
                    printed.countDown();
                }
            }
        };
        assertThat(command.run(seen, "run", graph, "--record", "run.recording")).isEqualTo(130);

        CommandRun.Result replay = CommandRun.in(folder).run("replay", "run.recording");
        assertThat(replay.status()).isEqualTo(130);
        assertThat(replay.output()).isEqualTo(seen.toString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(replay.messages()).contains("deliveries were the same");
    }

    private static final class Interrupted implements Interruption.Guard {
        @Override
        public boolean interrupted() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void a_replay_stops_where_it_is_asked_to_and_shows_what_was_delivered_by_then() throws Exception {
        CommandRun.in(folder).run("run", wordCount(), "--record", "run.recording");

        CommandRun.Result atDelivery =
                CommandRun.in(folder).run("replay", "run.recording", "--until", "read.outbox->words.inbox:7");
        assertThat(atDelivery.status()).isZero();
        assertThat(atDelivery.messages())
                .contains("stopped after ")
                .containsPattern("read\\.outbox -> words\\.inbox +7\\R")
                .contains("the same");
        assertThat(CommandRun.in(folder)
                        .run("replay", "run.recording", "--until", "2", "--speed", "max")
                        .messages())
                .contains("stopped after 2 steps");
        assertThat(CommandRun.in(folder)
                        .run("replay", "run.recording", "--until", "1h", "--speed", "50x")
                        .status())
                .isZero();
        assertThat(CommandRun.in(folder)
                        .run("replay", "run.recording", "--until", "nobody:1")
                        .messages())
                .contains("there is no link \"nobody\" in the recording; there are read.outbox -> words.inbox");
        assertThat(CommandRun.in(folder)
                        .run("replay", "run.recording", "--speed", "fast")
                        .messages())
                .contains("\"fast\" is not a speed");
    }

    @Test
    void a_list_shows_every_delivery_and_runs_nothing() throws Exception {
        CommandRun.in(folder).run("run", wordCount(), "--record", "run.recording");

        CommandRun.Result list = CommandRun.in(folder).run("replay", "run.recording", "--list");

        assertThat(list.status()).isZero();
        assertThat(list.outputLines())
                .hasSize(100 + 500 + 3)
                .first()
                .asString()
                .matches("\\d+\\.\\d{3}s  read\\.outbox -> words\\.inbox #1  \"to be or not to be\"");
    }

    @Test
    void what_can_not_be_replayed_or_recorded_gets_a_sentence() throws Exception {
        String graph = wordCount();
        assertThat(CommandRun.in(folder).run("replay", graph).messages()).contains("is no recording");
        assertThat(CommandRun.in(folder).run("replay", "none").messages()).contains("there is no file");
        CommandRun.Result overGraph = CommandRun.in(folder).run("run", graph, "--record", graph);
        assertThat(overGraph.status()).isEqualTo(2);
        assertThat(overGraph.messages()).contains("is there already and is no recording");
        assertThat(CommandRun.in(folder)
                        .run("run", graph, "--record", "no/such/folder/x")
                        .messages())
                .contains("there is no such folder");
        assertThat(CommandRun.in(folder)
                        .run("run", graph, "--record-limit", "5MB")
                        .messages())
                .contains("say how --record records");
        assertThat(CommandRun.in(folder)
                        .run("run", graph, "--record", "x", "--record-ring", "much")
                        .messages())
                .contains("\"much\" is not a size");
    }
}
