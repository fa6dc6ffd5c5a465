package io.myelin.palette.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Component;
import io.myelin.engine.component.Execution;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.run.BenchResult;
import io.myelin.engine.run.BenchRun;
import io.myelin.engine.run.ComponentBench;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.RunOutcome;
import io.myelin.palette.PaletteBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Views")
final class ViewComponentsTest {
    private static Object[] values(String... json) {
        return Arrays.stream(json).map(JsonValues::parse).toArray();
    }

    /** What is published once everything has come in. */
    private static ViewContent content(Class<? extends Component> type, String settings, String... json) {
        BenchRun run =
                PaletteBench.bench(type, settings).given("inbox", values(json)).start();
        run.endAll();
        run.awaitEnd();
        return (ViewContent) run.graphRun().published(ComponentBench.PATH).orElseThrow();
    }

    static Stream<Arguments> everyViewAndExecution() {
        return Stream.of(TextView.class, TableView.class, ChartView.class)
                .flatMap(type -> Stream.of(Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD)
                        .map(execution -> Arguments.of(type, execution)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyViewAndExecution")
    void headless_it_takes_and_counts_and_publishes_at_the_end(Class<? extends Component> type, Execution execution) {
        BenchRun run = PaletteBench.bench(type, "{\"keep\":10}")
                .on(execution)
                .given("inbox", LongStream.range(0, 5_000).boxed().toArray())
                .start();
        run.endAll();
        BenchResult result = run.awaitEnd();
        assertThat(result.counts().received()).isEqualTo(5_000);
        assertThat(result.outcome().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        ViewContent content =
                (ViewContent) run.graphRun().published(ComponentBench.PATH).orElseThrow();
        assertThat(content.received()).isEqualTo(5_000);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyViewAndExecution")
    void a_hard_stop_ends_it(Class<? extends Component> type, Execution execution) {
        BenchRun run = PaletteBench.bench(type, "{}")
                .on(execution)
                .given("inbox", 1L, 2L)
                .start();
        run.awaitCounts(counts -> counts.received() == 2);
        run.stop();
        assertThat(run.awaitEnd().counts().status()).isEqualTo(ComponentStatus.STOPPED);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyViewAndExecution")
    void watched_it_publishes_while_messages_come(Class<? extends Component> type, Execution execution) {
        BenchRun run = PaletteBench.bench(type, "{}").on(execution).start();
        run.graphRun().watchPublished(true);
        run.send("inbox", 1L);
        awaitReceived(run, 1);
        // The second one comes within the shortest time between two, and is shown when that is over.
        run.send("inbox", 2L);
        awaitReceived(run, 2);
        run.endAll();
        run.awaitEnd();
    }

    private static void awaitReceived(BenchRun run, long received) {
        run.awaitCounts(counts -> {
            Optional<Object> published = run.graphRun().published(ComponentBench.PATH);
            return published.isPresent() && ((ViewContent) published.get()).received() == received;
        });
    }

    @Test
    void text_shows_the_last_messages_as_lines() {
        assertThat(content(TextView.class, "{\"keep\":3,\"title\":\"T\"}", "1", "\"é\"", "{\"a\":1.50}", "null"))
                .isEqualTo(new TextContent("T", 4, List.of("é", "{\"a\":1.50}", "null")));
    }

    @Test
    void table_shows_records_lists_and_the_rest() {
        assertThat(content(
                        TableView.class,
                        "{}",
                        "{\"a\":1,\"b\":\"x\"}",
                        "{\"b\":\"y\",\"c\":1.50}",
                        "[1,[2]]",
                        "\"z\"",
                        "{\"a\":null}"))
                .isEqualTo(new TableContent(
                        "",
                        5,
                        List.of("a", "b", "c", "1", "2", "value"),
                        List.of(
                                List.of("1", "x", "", "", "", ""),
                                List.of("", "y", "1.50", "", "", ""),
                                List.of("", "", "", "1", "[2]", ""),
                                List.of("", "", "", "", "", "z"),
                                List.of("", "", "", "", "", ""))));
    }

    @Test
    void chart_makes_a_point_of_each_message() {
        ChartContent chart = (ChartContent) content(
                ChartView.class,
                "{\"x\":\"t\",\"y\":\"v * 2\",\"kind\":\"scatter\",\"title\":\"T\"}",
                "{\"t\":1,\"v\":1.5}",
                "{\"t\":2}",
                "{\"v\":1}",
                "{\"t\":3,\"v\":2}");
        assertThat(chart)
                .isEqualTo(new ChartContent(
                        "T",
                        2,
                        ChartKind.SCATTER,
                        "t",
                        "v * 2",
                        List.of(new ChartContent.Point(1, 3, ""), new ChartContent.Point(3, 4, ""))));
        assertThat(chart.hasCategories()).isFalse();
    }

    @Test
    void chart_numbers_points_without_x_and_labels_those_with_a_text() {
        assertThat(((ChartContent) content(ChartView.class, "{}", "5", "7")).points())
                .containsExactly(new ChartContent.Point(1, 5, ""), new ChartContent.Point(2, 7, ""));
        ChartContent bars = (ChartContent) content(
                ChartView.class,
                "{\"x\":\"key\",\"y\":\"count\",\"kind\":\"bar\"}",
                "{\"key\":\"a\",\"count\":2}",
                "{\"key\":\"b\",\"count\":1}");
        assertThat(bars.points()).containsExactly(new ChartContent.Point(0, 2, "a"), new ChartContent.Point(1, 1, "b"));
        assertThat(bars.hasCategories()).isTrue();
    }

    @Test
    void chart_has_errors_for_what_cannot_be_drawn() {
        BenchResult result = PaletteBench.bench(ChartView.class, "{\"x\":\"x\",\"y\":\"y\"}")
                .given("inbox", values("{\"x\":1,\"y\":\"high\"}", "{\"x\":[1],\"y\":1}", "{\"x\":1,\"y\":1E999}"))
                .run();
        assertThat(result.errors().stream().map(MessageText::json))
                .satisfiesExactly(
                        error -> assertThat(error).contains("a number for y"),
                        error -> assertThat(error).contains("a number or a text for x"),
                        error -> assertThat(error).contains("too large to be drawn"));
    }

    @Test
    void file_gets_what_is_kept_in_place_of_what_was_there(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "before");
        String where = ",\"file\":" + MessageText.json(file.toString()) + "}";
        content(TextView.class, "{\"keep\":2" + where, "1", "\"é\"", "{\"a\":1.50}");
        assertThat(Files.readString(file)).isEqualTo("é\n{\"a\":1.50}\n");
        content(TableView.class, "{\"keep\":2" + where, "{\"a\":\"x,y\"}", "{\"a\":1,\"b\":\"\\n\"}");
        assertThat(Files.readString(file)).isEqualTo("a,b\n\"x,y\",\n1,\"\n\"\n");
        content(ChartView.class, "{\"keep\":2" + where, "1.50", "2");
        assertThat(Files.readString(file)).isEqualTo("x,y\n1,1.50\n2,2\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void file_is_as_open_to_others_as_any_new_file(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "");
        Path file = folder.resolve("out");
        content(TextView.class, "{\"file\":" + MessageText.json(file.toString()) + "}", "1");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void file_in_a_folder_that_is_not_there_is_a_failure_that_says_so(@TempDir Path folder) {
        BenchResult result = PaletteBench.bench(
                        TextView.class,
                        "{\"file\":"
                                + MessageText.json(folder.resolve("none/out").toString()) + "}")
                .given("inbox", 1L)
                .run();
        assertThat(result.outcome().ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(result.outcome().failures().getFirst().message()).contains("there is no folder");
    }
}
