package io.myelin.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample gives what plain Java, or coreutils and awk, make of the same data. */
@Timeout(120)
class SamplesTest {
    @TempDir
    private Path folder;

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Sample.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".graph.json")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_passes_its_check_without_a_warning(Path file) throws Exception {
        assertThat(Sample.of(file.getFileName().toString()).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_explains_itself_and_has_a_place_for_each_component(Path file) throws Exception {
        Graph graph = GraphFile.read(file).graph().orElseThrow();

        assertThat(graph.title()).isNotBlank();
        assertThat(graph.description()).isNotBlank();
        assertThat(graph.layout().components().keySet())
                .isEqualTo(graph.components().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_stands_as_the_editor_would_write_it(Path file) throws Exception {
        assertThat(Files.readString(file))
                .isEqualTo(GraphFile.format(GraphFile.read(file).graph().orElseThrow()));
    }

    /**
     * Expected from coreutils: {@code tr A-Z a-z < pride-and-prejudice.txt | tr -cs a-z0-9 '\n' | grep . | LC_ALL=C sort
     * | uniq -c | LC_ALL=C sort -k1,1nr -k2 | head -10}.
     */
    @Test
    void word_count_gives_what_sort_and_uniq_give() throws Exception {
        List<String> expected = resource("word-count.expected.txt").stream()
                .map(line -> line.strip().split(" "))
                .map(parts -> "{\"key\":\"" + parts[1] + "\",\"count\":" + parts[0] + "}")
                .toList();

        assertThat(Sample.of("word-count.graph.json").run(Map.of())).isEqualTo(expected);
    }

    @Test
    void word_count_takes_another_text_and_another_number_of_words() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Ja, ja! Nein; Äpfel äpfel ÄPFEL.\n");

        assertThat(Sample.of("word-count.graph.json").run(Map.of("input", text.toString(), "top", "2")))
                .containsExactly("{\"key\":\"äpfel\",\"count\":3}", "{\"key\":\"ja\",\"count\":2}");
    }

    @Test
    void weather_by_year_gives_the_figures_that_java_streams_give() throws Exception {
        Map<String, List<String[]>> groups = Files.readAllLines(Sample.data("weather.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.groupingBy(
                        row -> row[0] + " " + row[1].substring(0, 4), LinkedHashMap::new, Collectors.toList()));
        List<String> printed = Sample.of("weather-by-year.graph.json").run(Map.of());

        assertThat(printed).first().isEqualTo("key,days,rain,coldest,warmest,wind");
        assertThat(printed).hasSize(groups.size() + 1);
        int line = 1;
        for (Map.Entry<String, List<String[]>> group : groups.entrySet()) {
            String[] figures = printed.get(line++).split(",");
            assertThat(figures[0]).isEqualTo(group.getKey());
            assertThat(figures[1]).isEqualTo(Integer.toString(group.getValue().size()));
            assertThat(new BigDecimal(figures[2])).isEqualTo(column(group, 2).reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(new BigDecimal(figures[3]))
                    .isEqualTo(column(group, 4).min(Comparator.naturalOrder()).get());
            assertThat(new BigDecimal(figures[4]))
                    .isEqualTo(column(group, 3).max(Comparator.naturalOrder()).get());
            double mean = group.getValue().stream()
                    .mapToDouble(row -> Double.parseDouble(row[5]))
                    .average()
                    .orElseThrow();
            assertThat(Double.parseDouble(figures[5])).isCloseTo(mean, offset(0.0501));
        }
    }

    @Test
    void remarkable_days_are_told_by_all_who_publish_them() throws Exception {
        List<String> expected = new ArrayList<>();
        for (String line :
                Files.readAllLines(Sample.data("weather.csv")).stream().skip(1).toList()) {
            String[] day = line.split(",");
            String when = day[0] + " " + day[1] + ": ";
            if (Double.parseDouble(day[5]) >= 9) {
                expected.add(when + "wind of " + day[5] + " m/s");
            }
            if (Double.parseDouble(day[3]) >= 35) {
                expected.add(when + day[3] + " °C");
            }
            if (Double.parseDouble(day[2]) >= 45) {
                expected.add(when + day[2] + " mm of rain");
            }
        }

        // Each publisher keeps its order; how they mingle is not said.
        assertThat(Sample.of("remarkable-days.graph.json").run(Map.of()))
                .hasSizeGreaterThan(80)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Stream<BigDecimal> column(Map.Entry<String, List<String[]>> group, int column) {
        return group.getValue().stream().map(row -> new BigDecimal(row[column]));
    }

    @Test
    void sort_airports_gives_each_row_to_the_file_it_belongs_in_unchanged() throws Exception {
        List<String> rows = Files.readAllLines(Sample.data("airports.csv"));
        Predicate<String> abroad =
                Pattern.compile(",USA,[-.\\d]+,[-.\\d]+$").asPredicate().negate();
        Predicate<String> bad = row -> row.contains(",NA,") && !abroad.test(row);
        Path good = folder.resolve("good.csv");
        Path incomplete = folder.resolve("bad.csv");

        List<String> printed = Sample.of("sort-airports.graph.json")
                .run(Map.of("good", good.toString(), "bad", incomplete.toString()));

        String head = rows.getFirst();
        List<String> body = rows.subList(1, rows.size());
        assertThat(Files.readAllLines(incomplete))
                .hasSizeGreaterThan(5)
                .isEqualTo(withHead(head, body.stream().filter(bad)));
        assertThat(Files.readAllLines(good))
                .isEqualTo(withHead(head, body.stream().filter(abroad.or(bad).negate())));
        assertThat(printed).hasSize((int) body.stream().filter(abroad).count());
    }

    private static List<String> withHead(String head, Stream<String> rows) {
        return Stream.concat(Stream.of(head), rows).toList();
    }

    @Test
    void bouncing_ball_bounces_once_a_second_of_its_time() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int tick = 1; tick <= 60; tick++) {
            if (tick % 10 == 0) {
                expected.add("bounced at " + tick / 10 + " s");
            }
        }

        assertThat(Sample.of("bouncing-ball.graph.json").run(Map.of("every", "2ms", "ticks", "60")))
                .isEqualTo(expected);
    }

    @Test
    void follow_log_goes_on_with_lines_that_are_added_later() throws Exception {
        List<String> lines = Files.readAllLines(Sample.data("dpkg.log"));
        Path log = folder.resolve("growing.log");
        Files.write(log, lines.subList(0, 150));
        Sample sample = Sample.of("follow-log.graph.json");
        GraphRun run = sample.start(Map.of("log", log.toString()));
        await(() -> sample.printed().equals(installations(lines.subList(0, 150))));

        Files.write(log, lines.subList(150, lines.size()), StandardOpenOption.APPEND);
        await(() -> sample.printed().equals(installations(lines)));

        run.stop();
        assertThat(run.awaitEnd(Duration.ofSeconds(20)))
                .hasValueSatisfying(outcome -> assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STOPPED));
    }

    private static List<String> installations(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" "))
                .filter(parts -> parts[2].equals("install"))
                .map(parts -> parts[0] + " " + parts[1] + ": new package " + parts[3] + " " + parts[5])
                .toList();
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time limit").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /**
     * Expected from coreutils for each book: {@code tr A-Z a-z < BOOK | tr -cs a-z '\n' | grep -E '^.{8,}$' | LC_ALL=C
     * sort | uniq -c | LC_ALL=C sort -k1,1nr -k2 | head -5}.
     */
    @Test
    void two_books_gives_each_book_its_own_favourites_in_order() throws Exception {
        List<String> printed = Sample.of("two-books.graph.json").run(Map.of());

        for (String book : List.of("Pride and Prejudice", "Northanger Abbey")) {
            assertThat(printed.stream().filter(line -> line.startsWith(book)).toList())
                    .isEqualTo(resource("two-books.expected.txt").stream()
                            .filter(line -> line.startsWith(book))
                            .toList());
        }
        assertThat(printed).hasSize(10);
    }

    private static List<String> resource(String name) throws IOException {
        try (var stream = SamplesTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
