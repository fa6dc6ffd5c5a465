package io.myelin.palette.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentBench;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunNotice;
import io.myelin.engine.run.RunOutcome;
import io.myelin.palette.Bench;
import io.myelin.palette.GraphOnTheEngine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("file.write and file.bytes")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FileWriteTest {
    private static final String CUT_OFF =
            "What came in was cut off: a component before this one was stopped or failed. ";

    @TempDir
    Path folder;

    private Bench writing(Path file, String more) throws Exception {
        return Bench.of(FileWrite.class, "{\"path\":" + MessageText.json(file.toString()) + more + "}");
    }

    private List<Path> inFolder() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void writes_text_as_lines_bytes_as_they_are_and_anything_else_as_json() throws Exception {
        Path file = folder.resolve("out.txt");
        Bench bench = writing(file, "").start();
        bench.send("ä", Bytes.copyOf(new byte[] {'x', 'y'}), DataRecord.of("a", 1L), "", List.of(true))
                .end();
        assertThat(file).hasContent("ä\nxy{\"a\":1}\n\n[true]\n");
        assertThat(bench.isFinished()).isTrue();
        assertThat(inFolder()).containsExactly(file);
    }

    @Test
    void replaces_the_old_file_only_at_the_end() throws Exception {
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        Bench bench = writing(file, "").start().send("x".repeat(200_000), "new");
        assertThat(file).hasContent("old");
        bench.end();
        assertThat(Files.readAllLines(file)).containsExactly("x".repeat(200_000), "new");
        assertThat(inFolder()).containsExactly(file);
    }

    @Test
    void a_hard_stop_leaves_the_old_file_and_nothing_else() throws Exception {
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        Bench bench = writing(file, "").start().send("new", "y".repeat(100_000));
        bench.stop();
        assertThat(file).hasContent("old");
        assertThat(inFolder()).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource(names = {"TASKLET", "THREAD", "PROCESS"})
    void an_input_that_is_cut_off_leaves_the_old_file_and_says_so(Execution execution) throws Exception {
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        Path none = folder.resolve("none.txt");
        String write = "{\"type\":\"file.write\",\"execution\":\"" + execution.id() + "\",\"settings\":{\"path\":";
        String view = "{\"type\":\"view.text\",\"settings\":{\"file\":";
        GraphRun run = GraphOnTheEngine.start(
                GraphOnTheEngine.graph(
                        """
                        "values": {"type":"source.values","settings":{"values":["{\\"a\\":1}","{"]}},
                        "parse": {"type":"json.parse","onError":{"policy":"stop"}},
                        "format": {"type":"json.format"},
                        """
                                + "\"write\":" + write + "\"out.txt\"}},"
                                + "\"none\":" + write + "\"none.txt\"}},"
                                + "\"view\":" + view + "\"out.txt\"}}",
                        "values.outbox > parse.inbox",
                        "parse.outbox > format.inbox",
                        "format.outbox > write.inbox",
                        "format.outbox > none.inbox",
                        "format.outbox > view.inbox"),
                folder,
                new Bench.TestConsole());

        assertThat(GraphOnTheEngine.end(run).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(file).hasContent("old");
        assertThat(inFolder()).containsExactly(file);
        assertThat(run.notices())
                .containsExactlyInAnyOrder(
                        new RunNotice("write", CUT_OFF + "The old " + file + " is left as it was."),
                        new RunNotice("view", CUT_OFF + "The old " + file + " is left as it was."),
                        new RunNotice("none", CUT_OFF + none + " was not written."));
    }

    @ParameterizedTest
    @EnumSource(names = {"TASKLET", "THREAD"})
    void a_hard_stop_on_the_engine_leaves_the_old_file_and_nothing_else(Execution execution) throws Exception {
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        Record settings = new FileWrite.Settings(file, false, StandardCharsets.UTF_8);
        BenchRun run = ComponentBench.of(FileWrite.class, settings)
                .on(execution)
                .given("inbox", "new", "y".repeat(100_000))
                .start();
        run.awaitCounts(counts -> counts.received() == 2);
        run.stop().awaitCounts(counts -> counts.status() == ComponentStatus.STOPPED);
        assertThat(run.endAll().awaitEnd().outcome().failures()).isEmpty();
        assertThat(file).hasContent("old");
        assertThat(inFolder()).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailurePolicy.class,
            names = {"SKIP", "RESTART", "STOP", "STOP_GRAPH"})
    void what_a_text_that_can_not_be_written_does_is_decided_by_the_policy(FailurePolicy policy) throws Exception {
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        BenchResult result = ComponentBench.of(
                        FileWrite.class, new FileWrite.Settings(file, false, StandardCharsets.US_ASCII))
                .unlinked("errors")
                .onError(policy)
                .given("inbox", "a", "ä", "b")
                .run();
        assertThat(result.outcome().failures().getFirst().item()).contains("ä");
        assertThat(file).hasContent(policy == FailurePolicy.SKIP ? "a\nb\n" : "old");
        assertThat(inFolder()).containsExactly(file);
    }

    @Test
    void an_empty_input_makes_an_empty_file() throws Exception {
        Path file = folder.resolve("out.txt");
        writing(file, "").start().end();
        assertThat(file).isEmptyFile();
    }

    @Test
    void keeps_the_permissions_of_the_old_file_and_writes_through_links() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        writing(link, "").start().send("new").end();
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r-x");
    }

    @Test
    void appends_at_once_and_keeps_it_on_a_hard_stop() throws Exception {
        Path file = Files.writeString(folder.resolve("out.txt"), "old\n");
        Bench bench = writing(file, ",\"append\":true").start().send("one");
        assertThat(file).hasContent("old\none\n");
        bench.send("two").stop();
        assertThat(file).hasContent("old\none\ntwo\n");
        writing(folder.resolve("fresh.txt"), ",\"append\":true")
                .start()
                .send("a")
                .end();
        assertThat(folder.resolve("fresh.txt")).hasContent("a\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252", "IBM500", "x-UTF-16LE-BOM"})
    void writes_any_encoding_just_as_the_platform_does(String encoding) throws Exception {
        Path file = folder.resolve("out.txt");
        List<String> lines =
                IntStream.range(0, 20_000).mapToObj(i -> "Käse " + i).toList();
        Bench bench = writing(file, ",\"encoding\":\"" + encoding + "\"").start();
        bench.send(lines.toArray()).end();
        String whole = String.join("\n", lines) + "\n";
        assertThat(Files.readAllBytes(file)).isEqualTo(whole.getBytes(Charset.forName(encoding)));
    }

    @Test
    void text_far_larger_than_the_buffer_comes_whole() throws Exception {
        Path file = folder.resolve("out.txt");
        String text = "日本語".repeat(300_000);
        Bytes bytes = Bytes.copyOf(new byte[500_000]);
        writing(file, "").start().send("a", text, bytes, "b").end();
        assertThat(Files.size(file)).isEqualTo(2 + text.getBytes(StandardCharsets.UTF_8).length + 1 + 500_000 + 2);
    }

    @Test
    void a_character_that_the_encoding_lacks_is_an_error_of_its_item() throws Exception {
        Path file = folder.resolve("out.txt");
        Bench bench = writing(file, ",\"encoding\":\"ISO-8859-1\"")
                .start()
                .send("gut", "100 €", "Ende")
                .end();
        assertThat(file).hasContent("gut\nEnde\n");
        assertThat(bench.errors())
                .containsExactly("character 5 of the text, '€' (U+20AC), can't be written in ISO-8859-1: set"
                        + " `encoding` to UTF-8");
    }

    @Test
    void half_a_character_is_an_error_of_its_item() throws Exception {
        Path file = folder.resolve("out.txt");
        Bench bench = writing(file, "").start().send("a\uD83D", "\uDE00b", "😀").end();
        assertThat(file).hasContent("😀\n");
        assertThat(bench.errors()).hasSize(2).allMatch(error -> error.contains("half of a pair"));
    }

    @Test
    void a_missing_folder_is_named_before_anything_is_read() throws Exception {
        Bench bench = writing(folder.resolve("none/out.txt"), "");
        assertThatThrownBy(bench::start).hasMessageContainingAll("there is no folder", "none", "Make it");
        bench.stop();
        assertThatThrownBy(() -> writing(folder.resolve("none/out.txt"), ",\"append\":true")
                        .start())
                .hasMessageContaining("there is no folder");
    }

    @Test
    void a_folder_is_no_file() {
        assertThatThrownBy(() -> writing(folder, "").start()).hasMessageContaining("it is a folder, not a file");
    }

    @Test
    void a_full_disk_is_said() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Bench bench = writing(full, "").start();
        assertThatThrownBy(() -> bench.send("x".repeat(200_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("could not write /dev/full", "No space left");
        bench.stop();
    }

    @Test
    void a_device_is_written_to_as_it_is() throws Exception {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        writing(device, "").start().send("a").end();
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void bytes_of_a_file_come_in_chunks_and_go_back_as_they_were() throws Exception {
        byte[] content = new byte[200_001];
        new java.util.Random(3).nextBytes(content);
        Path from = Files.write(folder.resolve("from"), content);
        Bench reader = Bench.of(FileBytes.class, "{\"path\":" + MessageText.json(from.toString()) + "}");
        reader.room(1).start();
        assertThat(reader.sent()).hasSize(1);
        reader.room(10);
        assertThat(reader.sent()).hasSize(4);
        assertThat(reader.progress()).last().isEqualTo(200_001L);
        assertThat(reader.isFinished()).isTrue();
        Path to = folder.resolve("to");
        writing(to, "").start().send(reader.sent().toArray()).end();
        assertThat(to).hasBinaryContent(content);
    }

    @Test
    void bytes_of_no_file_are_a_failure_that_names_it() {
        String settings = "{\"path\":" + MessageText.json(folder.resolve("none").toString()) + "}";
        assertThatThrownBy(() -> Bench.of(FileBytes.class, settings).start()).hasMessageContaining("there is no file");
    }
}
