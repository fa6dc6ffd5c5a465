package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code myelin run}: what goes where, and how it ends. */
class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void what_components_print_is_all_there_is_on_standard_output() throws Exception {
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 3}")
                .component("print", "console.print", "{}")
                .links("numbers", "print")
                .write(folder, "numbers.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.messages()).isEmpty();
        assertThat(result.output()).isEqualTo("1\n2\n3\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void standard_input_comes_in_line_by_line_in_utf_8() throws Exception {
        String file = new GraphText()
                .component("read", "console.read", "{}")
                .component("upper", "text.case", "{\"to\": \"upper\"}")
                .component("print", "console.print", "{}")
                .links("read", "upper", "print")
                .write(folder, "upper.graph.json");

        CommandRun.Result result =
                CommandRun.in(folder).withInput("grün\nblau\n").run("run", file);

        assertThat(result.output()).isEqualTo("GRÜN\nBLAU\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void components_in_processes_of_their_own_do_as_they_do_here() throws Exception {
        Path book = Path.of("..", "samples", "data", "northanger-abbey.txt")
                .toAbsolutePath()
                .normalize();
        long blank;
        try (Stream<String> lines = Files.lines(book)) {
            blank = lines.filter(String::isEmpty).count();
        }
        String other = ", \"execution\": \"process\"";
        String file = new GraphText()
                .component("read", "file.lines", "{\"path\": \"" + book + "\"}", other)
                .component("count", "data.count", "{\"top\": 1}", other)
                .component("print", "console.print", "{}", other)
                .links("read", "count", "print")
                .write(folder, "count.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file, "--process-heap", "64m");

        assertThat(result.messages()).isEmpty();
        assertThat(result.output()).isEqualTo("{\"key\":\"\",\"count\":" + blank + "}\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void f19_slow_motion_takes_its_time_and_comes_to_the_same() throws Exception {
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 3}")
                .component("print", "console.print", "{}")
                .links("numbers", "print")
                .write(folder, "numbers.graph.json");

        long before = System.nanoTime();
        CommandRun.Result result = CommandRun.in(folder).run("run", file, "--slow", "20ms");

        assertThat(result.output()).isEqualTo("1\n2\n3\n");
        assertThat(result.status()).isZero();
        // Three numbers, and a beat before the first of them.
        assertThat(System.nanoTime() - before).isGreaterThan(80_000_000);
        assertThat(CommandRun.in(folder).run("run", file, "--slow", "soon").status())
                .isEqualTo(2);
    }

    @Test
    void parameters_given_take_the_place_of_defaults() throws Exception {
        String file = sequenceTo("${last}", "{\"type\": \"integer\", \"default\": 1}");

        assertThat(CommandRun.in(folder).run("run", file).output()).isEqualTo("1\n");
        assertThat(CommandRun.in(folder).run("run", file, "-p", "last=2").output())
                .isEqualTo("1\n2\n");
    }

    @Test
    void an_unknown_parameter_is_an_error_that_names_the_known_ones() throws Exception {
        String file = sequenceTo("${last}", "{\"type\": \"integer\", \"default\": 1}");

        CommandRun.Result result = CommandRun.in(folder).run("run", file, "-p", "lsat=2");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.messages()).contains("unknown parameter 'lsat' (did you mean 'last'?); this graph has: last");
    }

    @Test
    void a_parameter_without_a_value_must_be_given() throws Exception {
        String file = sequenceTo("${last}", "{\"type\": \"integer\"}");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages()).contains("error:", "last", "[/parameters/last");
    }

    @Test
    void a_parameter_that_is_no_name_and_value_or_given_twice_is_wrong_usage() throws Exception {
        String file = sequenceTo("${last}", "{\"type\": \"integer\", \"default\": 1}");

        assertThat(CommandRun.in(folder).run("run", file, "-p", "last").messages())
                .contains("-p takes NAME=VALUE, found \"last\"");
        assertThat(CommandRun.in(folder)
                        .run("run", file, "-p", "last=1", "-p", "last=2")
                        .messages())
                .contains("the parameter 'last' is given twice");
    }

    private String sequenceTo(String to, String parameter) throws IOException {
        return new GraphText()
                .parameter("last", parameter)
                .component("numbers", "source.sequence", "{\"to\": \"" + to + "\"}")
                .component("print", "console.print", "{}")
                .links("numbers", "print")
                .write(folder, "sequence.graph.json");
    }

    @Test
    void a_graph_with_problems_is_not_run_in_part_and_all_of_them_are_said() throws Exception {
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 3, \"stpe\": 2}")
                .component("print", "console.pirnt", "{}")
                .links("numbers", "prnt")
                .write(folder, "wrong.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.messages().lines())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(line -> line.matches("wrong\\.graph\\.json:\\d+:\\d+: (error|warning): .+ \\[/.+\\]"));
        assertThat(result.messages())
                .contains("(did you mean 'step'?)", "(did you mean 'console.print'?)", "(did you mean 'print.inbox'?)");
    }

    @Test
    void files_that_are_none_get_a_sentence() throws Exception {
        Files.write(folder.resolve("binary.graph.json"), new byte[] {0x7f, 'E', 'L', 'F', (byte) 0xff, 0, 1});

        for (String name : new String[] {"missing.graph.json", ".", "binary.graph.json", "nul\0.graph.json"}) {
            CommandRun.Result result = CommandRun.in(folder).run("run", name);
            assertThat(result.status()).as(name).isEqualTo(2);
            assertThat(result.messages().lines()).as(name).hasSize(1).noneMatch(line -> line.contains("Exception"));
        }
    }

    @Test
    void a_failing_component_is_named_with_what_it_was_given_and_without_a_stack_trace() throws Exception {
        String file = failing("");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.messages())
                .contains("component 'parse' failed: ")
                .contains("while handling: {broken\\nby a line")
                .contains("policy: stop-graph")
                .doesNotContain("\tat ");
    }

    @Test
    void a_stack_trace_comes_to_those_who_ask_for_it() throws Exception {
        assertThat(CommandRun.in(folder).run("run", failing(""), "--stacktrace").messages())
                .contains("\tat ");
    }

    @Test
    void a_failure_that_is_skipped_does_not_fail_the_run_but_is_said() throws Exception {
        CommandRun.Result result = CommandRun.in(folder).run("run", failing(", \"onError\": {\"policy\": \"skip\"}"));

        assertThat(result.status()).isZero();
        assertThat(result.output()).isEqualTo("{\"fine\":true}\n");
        assertThat(result.messages()).contains("parse: 1 message given up");
    }

    private String failing(String more) throws IOException {
        return new GraphText()
                .component(
                        "texts", "source.values", "{\"values\": [\"{broken\\nby a line\", \"{\\\"fine\\\": true}\"]}")
                .component("parse", "json.parse", "{}", more)
                .component("print", "console.print", "{}")
                .links("texts", "parse", "print")
                .write(folder, "failing.graph.json");
    }

    @Test
    void a_duration_ends_an_endless_graph_in_order_with_success() throws Exception {
        String file = endless();

        CommandRun.Result result = CommandRun.in(folder).run("run", file, "--duration", "300ms");

        assertThat(result.status()).isZero();
        assertThat(result.output()).startsWith("1\n2\n");
    }

    @Test
    void an_interruption_stops_in_order_and_is_130() throws Exception {
        CountDownLatch printed = new CountDownLatch(1);
        OutputStream output = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                printed.countDown();
            }
        };
        CommandRun command = CommandRun.in(folder).withInterruption(stop -> {
            Thread.startVirtualThread(() -> {
                try {
                    printed.await();
                    stop.run();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            return new Interrupted();
        });

        assertThat(command.run(output, "run", endless())).isEqualTo(130);
        assertThat(output.toString()).startsWith("1\n");
        assertThat(command.messages()).contains("stopping in order");
    }

    private String endless() throws IOException {
        return new GraphText()
                .component("tick", "source.timer", "{\"every\": \"5ms\"}")
                .component("print", "console.print", "{}")
                .links("tick", "print")
                .write(folder, "endless.graph.json");
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
    void a_reader_that_goes_away_ends_the_run_quietly() throws Exception {
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 1000000000000}")
                .component("print", "console.print", "{}")
                .links("numbers", "print")
                .write(folder, "counting.graph.json");
        CommandRun command = CommandRun.in(folder);
        OutputStream head = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                if (size() > 0) {
                    throw new java.io.UncheckedIOException(new IOException("unreachable"));
                }
                super.write(bytes, from, length);
            }
        };

        assertThat(command.run(new ClosingOutput(head), "run", file)).isZero();
        assertThat(command.messages()).isEmpty();
    }

    /** Takes one write, then is a closed pipe. */
    private static final class ClosingOutput extends OutputStream {
        private final OutputStream first;
        private boolean closed;

        ClosingOutput(OutputStream first) {
            this.first = first;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (closed) {
                throw new IOException("Broken pipe");
            }
            closed = true;
            first.write(bytes, from, length);
        }
    }

    @Test
    void what_an_early_end_left_unread_is_said_and_does_not_fail_the_run() throws Exception {
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 1000000000000}")
                .component("first", "flow.take", "{\"count\": 3}")
                .component("print", "console.print", "{}")
                .links("numbers", "first", "print")
                .write(folder, "take.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).isZero();
        assertThat(result.output()).isEqualTo("1\n2\n3\n");
        assertThat(result.messages().lines()).allMatch(line -> line.matches("(first\\.inbox|numbers): .*messages? .*"));
    }

    @Test
    void a_graph_that_can_go_no_further_says_who_waits_for_what() throws Exception {
        String file = new GraphText()
                .component("upper", "text.case", "{}")
                .component("print", "console.print", "{}")
                .links("upper", "print")
                .write(folder, "waiting.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).isZero();
        assertThat(result.messages())
                .contains("stopped because nothing could move any more:", "'upper' waits", "'print' waits");
    }

    @Test
    void a_graph_that_gets_stuck_with_messages_unread_has_failed() throws Exception {
        // Closed for good: what could open it waits for a message that nobody sends.
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 5}")
                .component("later", "flow.delay", "{\"by\": \"500ms\"}")
                .component("gate", "flow.gate", "{}")
                .component("shut", "source.values", "{\"values\": [false]}")
                .component("never", "json.parse", "{}")
                .component("print", "console.print", "{}")
                .links("numbers", "later", "gate", "print")
                .links("shut", "gate.open")
                .links("never", "gate.open")
                .write(folder, "stuck.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).as(result.messages()).isEqualTo(1);
        assertThat(result.messages()).contains("nothing could move any more", "left unread");
    }

    @Test
    void dropped_messages_are_said_even_without_stats() throws Exception {
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 10000}")
                .component(
                        "slow",
                        "flow.delay",
                        "{\"by\": \"200ms\"}",
                        ", \"inboxes\": {\"inbox\": {\"capacity\": 1, \"overflow\": \"drop-oldest\"}}")
                .component("end", "flow.discard", "{}")
                .links("numbers", "slow", "end")
                .write(folder, "drop.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file, "--stats");

        assertThat(result.status()).isZero();
        assertThat(result.messages()).containsPattern("(slow\\.inbox: [\\d,]+ messages? dropped when it was full)?");
    }

    @Test
    void statistics_are_a_table_on_standard_error() throws Exception {
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 2000}")
                .component("end", "flow.discard", "{}")
                .links("numbers", "end")
                .write(folder, "stats.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file, "--stats");

        assertThat(result.output()).isEmpty();
        assertThat(result.messages().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "component state in out unlinked dropped unread skipped errors",
                        "numbers finished 0 2,000 0 0 0 0 0",
                        "end finished 2,000 0 0 0 0 0 0");
    }

    @Test
    void a_secret_reaches_its_component_and_shows_nowhere_else() throws Exception {
        String file = new GraphText()
                .component("text", "source.values", "{\"values\": [\"{token ${secret:TOKEN}\"]}")
                .component("parse", "json.parse", "{}")
                .component("print", "console.print", "{}")
                .links("text", "parse", "print")
                .write(folder, "secret.graph.json");

        CommandRun.Result result = CommandRun.in(folder)
                .withEnvironment("MYELIN_SECRET_TOKEN", "hunter2")
                .run("run", file, "--stacktrace");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.messages()).contains("***").doesNotContain("hunter2");
    }

    @Test
    void a_secret_that_is_nowhere_is_said_by_name_and_by_where_to_put_it() throws Exception {
        String file = new GraphText()
                .component("text", "source.values", "{\"values\": [\"${secret:TOKEN}\"]}")
                .component("print", "console.print", "{}")
                .links("text", "print")
                .write(folder, "secret.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages())
                .contains("there is no secret \"TOKEN\"; it is looked for in the environment variable"
                        + " MYELIN_SECRET_TOKEN and in the file that --secrets FILE names");

        Path secrets = Files.writeString(folder.resolve("mine.properties"), "OTHER=abc\n");
        assertThat(CommandRun.in(folder)
                        .run("run", file, "--secrets", "mine.properties")
                        .messages())
                .contains("it is looked for in " + secrets.toAbsolutePath()
                        + " and in the environment variable MYELIN_SECRET_TOKEN");
    }

    @Test
    void a_secret_parameter_without_a_value_is_said_with_where_it_is_looked_for() throws Exception {
        String file = new GraphText()
                .parameter("api-key", "{\"type\": \"secret\"}")
                .component("text", "source.values", "{\"values\": [\"${api-key}\"]}")
                .component("print", "console.print", "{}")
                .links("text", "print")
                .write(folder, "secret.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.messages())
                .contains(
                        "\"api-key\" has no value",
                        "it is looked for in the environment variable MYELIN_SECRET_API_KEY");
    }

    @Test
    void a_million_lines_come_out_in_order() throws Exception {
        String file = new GraphText()
                .component("numbers", "source.sequence", "{\"to\": 1000000}")
                .component("print", "console.print", "{}")
                .links("numbers", "print")
                .write(folder, "million.graph.json");

        CommandRun.Result result = CommandRun.in(folder).run("run", file);

        assertThat(result.status()).isZero();
        assertThat(result.output())
                .isEqualTo(IntStream.rangeClosed(1, 1_000_000)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("\n", "", "\n")));
        assertThat(result.output().getBytes(StandardCharsets.UTF_8)).hasSize(6_888_896);
    }
}
