package io.myelin.palette.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.Execution;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.message.Status;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentBench;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import io.myelin.palette.Bench;
import io.myelin.palette.GraphOnTheEngine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("file.lines")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FileLinesTest {
    private static final Duration LOOK = Duration.ofMillis(100);

    @TempDir
    Path folder;

    private Bench reading(Path file, String more) throws Exception {
        return Bench.of(FileLines.class, "{\"path\":" + MessageText.json(file.toString()) + more + "}");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("text.txt"), content);
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    @Nested
    @DisplayName("a whole file")
    class Whole {
        @Test
        void sends_lines_whatever_their_breaks_and_finishes() throws Exception {
            Bench bench =
                    reading(file("one\r\ntwo\n\nfour\rstill four\nlast"), "").start();
            assertThat(bench.sent()).containsExactly("one", "two", "", "four\rstill four", "last");
            assertThat(bench.isFinished()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "a", "a\n", "\r\n", "a\n\n", "\n\na"})
        void sends_what_a_reader_of_lines_gives(String content) throws Exception {
            Path file = file(content);
            assertThat(reading(file, "").start().sent()).isEqualTo(new ArrayList<Object>(Files.readAllLines(file)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UTF-8",
                    "UTF-16",
                    "UTF-16LE",
                    "UTF-32",
                    "ISO-8859-1",
                    "windows-1252",
                    "IBM500",
                    "ISO-2022-JP",
                    "Shift_JIS",
                    "GB18030"
                })
        void reads_any_encoding(String encoding) throws Exception {
            Charset charset = Charset.forName(encoding);
            String special = charset.newEncoder().canEncode('ä')
                    ? "Käse"
                    : charset.newEncoder().canEncode('日') ? "日本" : "x";
            List<String> lines =
                    IntStream.range(0, 30_000).mapToObj(i -> special + i).toList();
            Path file = file(String.join("\n", lines).getBytes(charset));
            assertThat(reading(file, ",\"encoding\":\"" + encoding + "\"")
                            .start()
                            .sent())
                    .isEqualTo(new ArrayList<Object>(lines));
        }

        @Test
        void leaves_out_a_byte_order_mark() throws Exception {
            assertThat(reading(file("\uFEFFa\nb"), "").start().sent()).containsExactly("a", "b");
            assertThat(reading(file("\uFEFF"), "").start().sent()).isEmpty();
            byte[] marked = "\uFEFFa\nb".getBytes(StandardCharsets.UTF_16LE);
            assertThat(reading(file(marked), ",\"encoding\":\"UTF-16LE\"")
                            .start()
                            .sent())
                    .containsExactly("a", "b");
        }

        @Test
        void takes_no_more_than_there_is_room_for() throws Exception {
            Bench bench = reading(file("1\n2\n3\n"), "").room(2).start();
            assertThat(bench.sent()).containsExactly("1", "2");
            bench.room(5);
            assertThat(bench.sent()).containsExactly("1", "2", "3");
            assertThat(bench.isFinished()).isTrue();
        }

        @Test
        void lines_longer_than_any_buffer_come_whole() throws Exception {
            String longLine = "äx".repeat(700_000);
            assertThat(reading(file(longLine + "\nshort\n" + longLine), "")
                            .start()
                            .sent())
                    .containsExactly(longLine, "short", longLine);
        }

        @Test
        void a_line_without_end_is_a_failure_that_says_so() throws Exception {
            Bench bench = reading(file(new byte[(64 << 20) + 1]), "");
            assertThatThrownBy(bench::start).hasMessageContainingAll("line 1 of", "longer than 64 MiB", "file.bytes");
        }

        @Test
        void says_how_far_it_is_in_bytes() throws Exception {
            Bench bench = reading(file("abc\n".repeat(200_000)), "").start();
            assertThat(bench.progress())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .last()
                    .isEqualTo(800_000L);
            assertThat(bench.progress()).hasSizeGreaterThan(2);
        }

        @Test
        void a_hard_stop_lets_the_file_go() throws Exception {
            Bench bench = reading(file("1\n2\n"), "").room(1).start();
            bench.stop();
            assertThat(openFiles()).noneMatch(open -> open.endsWith("text.txt"));
        }
    }

    @Test
    void what_is_quickly_read_is_read_on_the_spot() throws Exception {
        Bench bench = reading(file("line\n".repeat(500_000)), "").start();
        assertThat(bench.sent()).hasSize(500_000);
        assertThat(bench.callbacksAskedFor()).isZero();
    }

    private static List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        List<String> open = new ArrayList<>();
        try (var links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                try {
                    open.add(Files.readSymbolicLink(link).toString());
                } catch (IOException _) {
                    // Closed in the meantime.
                }
            }
        }
        return open;
    }

    @Nested
    @DisplayName("bad input")
    class Bad {
        @Test
        void a_missing_file_is_named() throws Exception {
            Bench bench = reading(folder.resolve("none.txt"), "");
            assertThatThrownBy(bench::start).hasMessageContainingAll("there is no file", "none.txt");
            bench.stop();
        }

        @Test
        void a_folder_is_no_file() throws Exception {
            assertThatThrownBy(() -> reading(folder, "").start()).hasMessageContaining("it is a folder, not a file");
        }

        @Test
        void a_line_in_another_encoding_is_an_error_of_that_line_only() throws Exception {
            Bench bench = reading(file("gut\nschön\nEnde".getBytes(StandardCharsets.ISO_8859_1)), "")
                    .start();
            assertThat(bench.sent()).containsExactly("gut", "Ende");
            assertThat(bench.errors())
                    .singleElement()
                    .asString()
                    .contains("line 2 of", "is not UTF-8", "0xF6", "byte 4", "`encoding`");
            assertThat(((DataRecord) bench.sent("errors").getFirst()).get("item"))
                    .isEqualTo("sch�n");
            assertThat(bench.isFinished()).isTrue();
        }

        @Test
        void a_flaw_in_the_last_line_and_in_decoded_encodings_is_found_too() throws Exception {
            byte[] cut = {'a', 0, '\n', 0, 'b'};
            Bench bench = reading(file(cut), ",\"encoding\":\"UTF-16LE\"").start();
            assertThat(bench.sent()).containsExactly("a");
            assertThat(bench.errors()).singleElement().asString().contains("line 2 of", "is not UTF-16LE");

            byte[] halfPair = "x\n\uD800y\nz".getBytes(StandardCharsets.UTF_16LE);
            halfPair[4] = 0;
            halfPair[5] = (byte) 0xDC;
            Bench middle = reading(file(halfPair), ",\"encoding\":\"UTF-16LE\"").start();
            assertThat(middle.sent()).containsExactly("x", "z");
            assertThat(middle.errors()).singleElement().asString().contains("line 2 of", "bytes 00 dc");
        }

        @Test
        void the_replacement_character_itself_is_fine() throws Exception {
            Bench bench = reading(file("a�b"), "").start();
            assertThat(bench.sent()).containsExactly("a�b");
            assertThat(bench.errors()).isEmpty();
        }

        @Test
        void a_binary_file_gives_errors_and_ends() throws Exception {
            byte[] binary = new byte[100_000];
            new java.util.Random(7).nextBytes(binary);
            Bench bench = reading(file(binary), "").start();
            assertThat(bench.isFinished()).isTrue();
            assertThat(bench.errors()).isNotEmpty();
        }

        @Test
        void an_unknown_encoding_is_a_problem_of_the_settings() {
            assertThat(Bench.problems(FileLines.class, "{\"path\":\"a\",\"encoding\":\"UTF-9\"}"))
                    .hasSize(1);
            assertThat(Bench.problems(FileLines.class, "{}")).hasSize(1);
        }
    }

    @Nested
    @DisplayName("following")
    class Following {
        private Bench following(Path file) throws Exception {
            return reading(file, ",\"follow\":true").start();
        }

        @Test
        void goes_on_as_the_file_grows_and_waits_for_whole_lines() throws Exception {
            Path file = file("one\ntw");
            Bench bench = following(file);
            assertThat(bench.sent()).containsExactly("one");
            append(file, "o");
            bench.advance(LOOK);
            assertThat(bench.sent()).containsExactly("one");
            append(file, "\nthree\n");
            bench.advance(LOOK);
            assertThat(bench.sent()).containsExactly("one", "two", "three");
            assertThat(bench.isFinished()).isFalse();
            bench.stop();
            assertThat(openFiles()).noneMatch(open -> open.endsWith("text.txt"));
        }

        @Test
        void begins_anew_where_the_file_is_cut_short() throws Exception {
            Path file = file("one\ntwo\nunfinished");
            Bench bench = following(file);
            Files.writeString(file, "new\n");
            bench.advance(LOOK).advance(LOOK);
            assertThat(bench.sent()).containsExactly("one", "two", "unfinished", "new");
            append(file, "more\n");
            bench.advance(LOOK);
            assertThat(bench.sent()).endsWith("new", "more");
            bench.stop();
        }

        @Test
        void survives_rotation_and_loses_nothing_of_the_old_file() throws Exception {
            Path file = file("one\n");
            Bench bench = following(file);
            Path old = Files.move(file, folder.resolve("text.txt.1"));
            append(old, "late\n");
            bench.advance(LOOK);
            assertThat(bench.sent()).containsExactly("one", "late");
            Files.writeString(file, "first of the new one\n");
            append(old, "later\n");
            bench.advance(LOOK);
            append(old, "latest");
            bench.advance(LOOK.multipliedBy(3));
            append(file, "second\n");
            bench.advance(LOOK);
            assertThat(bench.sent())
                    .containsExactly("one", "late", "later", "latest", "first of the new one", "second");
            bench.stop();
            assertThat(openFiles()).noneMatch(open -> open.startsWith(folder.toString()));
        }

        @Test
        void waits_for_a_file_that_vanishes_and_comes_back() throws Exception {
            Path file = file("one\n");
            Bench bench = following(file);
            Files.delete(file);
            bench.advance(Duration.ofSeconds(5));
            assertThat(bench.isFinished()).isFalse();
            Files.writeString(file, "back\n");
            bench.advance(LOOK.multipliedBy(3));
            assertThat(bench.sent()).containsExactly("one", "back");
            bench.stop();
        }

        @Test
        void a_malformed_line_does_not_end_it() throws Exception {
            Path file = file(new byte[] {(byte) 0xFF, '\n', 'a', '\n'});
            Bench bench = following(file);
            append(file, "b\n");
            bench.advance(LOOK);
            assertThat(bench.sent()).containsExactly("a", "b");
            assertThat(bench.errors()).hasSize(1);
            bench.stop();
        }

        @Test
        void waits_while_there_is_no_room() throws Exception {
            Path file = file("1\n2\n3\n");
            Bench bench = reading(file, ",\"follow\":true").room(1).start();
            append(file, "4\n");
            bench.advance(LOOK.multipliedBy(10));
            assertThat(bench.sent()).containsExactly("1");
            bench.room(100).advance(LOOK);
            assertThat(bench.sent()).containsExactly("1", "2", "3", "4");
            bench.stop();
        }
    }

    @Nested
    @DisplayName("a disk that has to be waited for")
    class Slow {
        private void awaitLines(Bench bench, int count) throws Exception {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (bench.sent().size() < count) {
                assertThat(System.nanoTime())
                        .as("waited in vain: %s", bench.sent())
                        .isLessThan(limit);
                bench.advance(LOOK);
            }
        }

        private Bench slow(Path file, String more) throws Exception {
            return reading(file, more).slowedDown(Duration.ofMillis(5));
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16"})
        void gives_the_same_lines(String encoding) throws Exception {
            List<String> lines =
                    IntStream.range(0, 100_000).mapToObj(i -> "lïne " + i).toList();
            Path file = file(String.join("\r\n", lines).getBytes(Charset.forName(encoding)));
            Bench bench = slow(file, ",\"encoding\":\"" + encoding + "\"").start();
            assertThat(bench.awaitFinished().sent()).isEqualTo(new ArrayList<Object>(lines));
            assertThat(bench.progress()).isSorted().last().isEqualTo(Files.size(file));
            assertThat(bench.callbacksAskedFor()).as("reads elsewhere").isPositive();
        }

        @Test
        void a_malformed_line_is_an_error_of_that_line_only() throws Exception {
            byte[] content = ("x\n".repeat(300_000) + "\u00ff\n" + "y\n".repeat(300_000) + "\u00ff")
                    .getBytes(StandardCharsets.ISO_8859_1);
            Bench bench = slow(file(content), "").start().awaitFinished();
            assertThat(bench.sent()).hasSize(600_000);
            assertThat(bench.errors()).hasSize(2).first().asString().contains("line 300001 of");
        }

        @Test
        void goes_on_as_the_file_grows() throws Exception {
            Path file = file("one\n");
            Bench bench = slow(file, ",\"follow\":true").start();
            append(file, "two\n");
            awaitLines(bench, 2);
            append(file, "three\n");
            awaitLines(bench, 3);
            assertThat(bench.sent()).containsExactly("one", "two", "three");
            bench.stop();
        }
    }

    @Nested
    @DisplayName("a pipe")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    class Pipes {
        private final Bench.TestConsole console = new Bench.TestConsole();

        private Path pipe() throws Exception {
            Path pipe = folder.resolve("pipe");
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
            return pipe;
        }

        /** A graph that prints what comes through the pipe and what a sequence gives, all on one worker. */
        private GraphRun startOnOneWorker() {
            return GraphOnTheEngine.start(
                    GraphOnTheEngine.graph("""
                            "pipe":{"type":"file.lines","settings":{"path":"pipe"}},
                            "numbers":{"type":"source.sequence","settings":{"to":3}},
                            "print":{"type":"console.print"}""", "pipe.outbox > print.inbox", "numbers.outbox > print.inbox"),
                    folder,
                    new RunOptions(1, false, console, Duration.ofSeconds(5)));
        }

        private void awaitPrinted(int lines) {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (console.printed().size() < lines) {
                assertThat(System.nanoTime())
                        .as("waited in vain: %s", console.printed())
                        .isLessThan(limit);
                Thread.onSpinWait();
            }
        }

        @Test
        void holds_nobody_up_while_it_is_silent_and_ends_with_its_writer() throws Exception {
            Path pipe = pipe();
            GraphRun run = startOnOneWorker();
            awaitPrinted(3);
            try (var writer = Files.newBufferedWriter(pipe)) {
                writer.write("a\nb\nhalf ");
                writer.flush();
                awaitPrinted(5);
                writer.write("a line\n" + "x".repeat(200_000) + "\nlast");
            }
            assertThat(GraphOnTheEngine.end(run).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(console.printed())
                    .contains("1", "2", "3")
                    .containsSubsequence("a", "b", "half a line", "x".repeat(200_000), "last")
                    .hasSize(8);
        }

        @Test
        void is_let_go_on_a_hard_stop_while_it_is_silent() throws Exception {
            Path pipe = pipe();
            GraphRun run = startOnOneWorker();
            try (var writer = Files.newBufferedWriter(pipe)) {
                writer.write("a\n");
                writer.flush();
                awaitPrinted(4);
                run.stop();
                assertThat(GraphOnTheEngine.end(run).ending()).isEqualTo(RunOutcome.Ending.STOPPED);
                assertThat(openFiles())
                        .filteredOn(open -> open.endsWith("/pipe"))
                        .as("the writer's own")
                        .hasSize(1);
            }
        }

        @Test
        void that_nobody_writes_to_can_be_stopped() throws Exception {
            Path pipe = pipe();
            GraphRun run = startOnOneWorker();
            awaitPrinted(3);
            run.stop();
            assertThat(GraphOnTheEngine.end(run).ending()).isEqualTo(RunOutcome.Ending.STOPPED);
            Files.newOutputStream(pipe).close();
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (openFiles().stream().anyMatch(open -> open.endsWith("/pipe"))) {
                assertThat(System.nanoTime()).as("it stays open").isLessThan(limit);
                Thread.onSpinWait();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MICROPROCESS", "TASKLET", "THREAD"})
    void on_the_engine_it_says_how_far_it_is_and_lets_the_file_go_on_a_hard_stop(Execution execution) throws Exception {
        Path file = file("abcdefg\n".repeat(100_000));
        Record settings = new FileLines.Settings(file, StandardCharsets.UTF_8, false);
        BenchRun run = ComponentBench.of(FileLines.class, settings)
                .on(execution)
                .fullAfter("outbox", 5)
                .start();
        run.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED && counts.progressTotal() == 800_000);
        assertThat(run.counts().progressDone()).isBetween(1L, 799_999L);
        run.stop().awaitCounts(counts -> counts.status() == ComponentStatus.STOPPED);
        assertThat(openFiles()).noneMatch(open -> open.startsWith(folder.toString()));
        run.awaitEnd();

        BenchResult whole =
                ComponentBench.of(FileLines.class, settings).on(execution).run();
        assertThat(whole.outbox()).hasSize(100_000);
        assertThat(whole.counts().progressDone()).isEqualTo(800_000);
    }

    @Test
    void on_the_engine_following_ends_when_it_is_told_to_finish() throws Exception {
        Path file = file("one\n");
        BenchRun run = ComponentBench.of(FileLines.class, new FileLines.Settings(file, StandardCharsets.UTF_8, true))
                .given("control")
                .start();
        run.await("outbox", 1);
        run.send("control", Status.finished("test"));
        assertThat(run.endAll().awaitEnd().outbox()).containsExactly("one");
    }

    @Property(tries = 200)
    void lines_come_out_as_they_went_in(@ForAll List<String> texts) throws Exception {
        List<String> lines = texts.stream()
                .map(text -> text.replaceAll("[\r\n\uFEFF\uD800-\uDFFF]", "."))
                .toList();
        Path file = Files.createTempFile("lines", ".txt");
        try {
            Files.writeString(file, lines.stream().map(line -> line + "\n").reduce("", String::concat));
            assertThat(reading(file, "").start().sent()).isEqualTo(new ArrayList<Object>(lines));
        } finally {
            Files.delete(file);
        }
    }
}
