package io.myelin.engine.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTypeTest {
    private static final Path FOLDER = Path.of("/graphs");

    enum Letters {
        LOWER,
        UPPER_FIRST
    }

    record Pattern(String text) {
        public static Pattern parse(String text) {
            if (text.contains("(")) {
                throw new IllegalArgumentException("a bracket at position " + text.indexOf('('));
            }
            return new Pattern(text);
        }
    }

    record Route(
            @Setting(help = "When.") String when,

            @Setting(help = "Where.", defaultValue = "outbox")
            String outbox) {}

    record Everything(
            @Setting(help = "Text.", defaultValue = ",") String text,

            @Setting(help = "Int.", defaultValue = "3", min = 1, max = 10)
            int whole,

            @Setting(help = "Long.", defaultValue = "4", unit = "bytes")
            long large,

            @Setting(help = "Double.", defaultValue = "1.5") double real,

            @Setting(help = "Boolean.", defaultValue = "true")
            boolean flag,

            @Setting(help = "Decimal.", defaultValue = "1.50")
            BigDecimal decimal,

            @Setting(help = "Any.", defaultValue = "{\"a\":1}")
            Object any,

            @Setting(help = "Choice.", defaultValue = "upper-first")
            Letters letters,

            @Setting(help = "Duration.", defaultValue = "10s")
            Duration every,

            @Setting(help = "Path.", defaultValue = "data/in.txt")
            Path path,

            @Setting(help = "Charset.", defaultValue = "UTF-8")
            Charset encoding,

            @Setting(help = "Record.", defaultValue = "{\"b\":[1]}")
            DataRecord record,

            @Setting(help = "List.") List<Long> numbers,
            @Setting(help = "Map.") Map<String, Duration> times,
            @Setting(help = "Optional.") Optional<Duration> within,
            @Setting(help = "Groups.") List<Route> routes,

            @Setting(help = "Group.", defaultValue = "{\"when\":\"x\"}")
            Route route,

            @Setting(help = "Parsed.", defaultValue = "\\W+")
            Pattern pattern) {}

    private static final SettingsType EVERYTHING = SettingsType.of(Everything.class);

    @Test
    void defaultsFillWhatIsNotGiven() {
        Everything settings = (Everything) bind("{}").settings().orElseThrow();

        assertThat(settings)
                .isEqualTo(new Everything(
                        ",",
                        3,
                        4,
                        1.5,
                        true,
                        new BigDecimal("1.50"),
                        DataRecord.of("a", 1L),
                        Letters.UPPER_FIRST,
                        Duration.ofSeconds(10),
                        Path.of("/graphs/data/in.txt"),
                        StandardCharsets.UTF_8,
                        DataRecord.of("b", List.of(1L)),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        List.of(),
                        new Route("x", "outbox"),
                        new Pattern("\\W+")));
    }

    @Test
    void everyTypeIsReadFromWhatIsGiven() {
        Everything settings = (Everything) bind("""
                {"text": "", "whole": 10, "large": 9007199254740993, "real": 2, "flag": false, "decimal": 7,
                 "any": null, "letters": "lower", "every": "1.5s", "path": "/abs/x", "encoding": "utf-16",
                 "record": {}, "numbers": [1, 2.0], "times": {"b": "1m", "a": "1h"}, "within": "250ms",
                 "routes": [{"when": "a > 1"}], "pattern": "x"}""").settings().orElseThrow();

        assertThat(settings.large()).isEqualTo(9_007_199_254_740_993L);
        assertThat(settings.path()).isEqualTo(Path.of("/abs/x"));
        assertThat(settings.encoding()).isEqualTo(StandardCharsets.UTF_16);
        assertThat(settings.numbers()).containsExactly(1L, 2L);
        assertThat(settings.times().keySet()).containsExactly("b", "a");
        assertThat(settings.within()).contains(Duration.ofMillis(250));
        assertThat(settings.routes()).containsExactly(new Route("a > 1", "outbox"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": 5} | /text | found the number 5; allowed: a text",
                "{\"whole\": 11} | /whole | found the number 11; allowed: a whole number from 1 to 10",
                "{\"whole\": 1.5} | /whole | found the number 1.5; allowed: a whole number from 1 to 10",
                "{\"whole\": \"x\"} | /whole | found the text \"x\"; allowed: a whole number from 1 to 10",
                "{\"large\": 1E999999} | /large | found the number 1E999999; allowed: a whole number from -9223372036854775808 to 9223372036854775807",
                "{\"flag\": \"yes\"} | /flag | found the text \"yes\"; allowed: true or false",
                "{\"letters\": \"uper-first\"} | /letters | found the text \"uper-first\"; allowed: lower, upper-first",
                "{\"every\": \"10x\"} | /every | \"10x\" is not a duration: expected a number with a unit, such as 250ms, 10s, 5m or 1h",
                "{\"every\": 10} | /every | found the number 10; allowed: a duration: a number with a unit, such as 250ms, 10s, 5m or 1h",
                "{\"path\": \"\"} | /path | found the text \"\"; allowed: the path of a file or folder",
                "{\"encoding\": \"UTF-9\"} | /encoding | found the text \"UTF-9\"; allowed: the name of an encoding, such as UTF-8, ISO-8859-1 or UTF-16",
                "{\"numbers\": [1, \"2\"]} | /numbers/1 | found the text \"2\"; allowed: a whole number",
                "{\"numbers\": {}} | /numbers | found an object {}; allowed: a list",
                "{\"times\": {\"a/b\": 1}} | /times/a~1b | found the number 1; allowed: a duration: a number with a unit, such as 250ms, 10s, 5m or 1h",
                "{\"routes\": [{}]} | /routes/0 | the setting \"when\" is missing: When.",
                "{\"pattern\": \"a(b\"} | /pattern | the text \"a(b\" does not fit: a bracket at position 1",
                "{\"record\": null} | /record | found null; allowed: an object",
                "{\"routs\": []} | /routs | found the unknown setting \"routs\"; allowed: text, whole, large, real, flag, decimal, any, letters, every, path, encoding, record, numbers, times, within, routes, route, pattern",
            })
    void whatDoesNotFitIsNamedWithWhatIsAllowed(String json, String pointer, String sentence) {
        BoundSettings bound = bind(json);

        assertThat(bound.settings()).isEmpty();
        assertThat(bound.problems()).hasSize(1);
        assertThat(bound.problems().getFirst().pointer()).isEqualTo(pointer);
        assertThat(bound.problems().getFirst().sentence()).isEqualTo(sentence);
    }

    @Test
    void everyProblemIsReportedAtOnceWithTheNearestName() {
        BoundSettings bound =
                bind("{\"wole\": 1, \"encoding\": \"utf8x\", \"letters\": \"lowr\", \"numbers\": [true]}");

        assertThat(bound.problems())
                .extracting(SettingProblem::pointer)
                .containsExactlyInAnyOrder("/wole", "/encoding", "/letters", "/numbers/0");
        assertThat(bound.problems())
                .extracting(SettingProblem::nearest)
                .contains(Optional.of("whole"), Optional.of("lower"));
    }

    @Test
    void whatIsNotKnownYetIsPassedOverAndTheRestChecked() {
        DataRecord given = record("{\"whole\": \"${n}\", \"flag\": 1}");

        assertThat(EVERYTHING.bind(given, FOLDER, Set.of("/whole")).problems())
                .extracting(SettingProblem::pointer)
                .containsExactly("/flag");
        BoundSettings open = EVERYTHING.bind(record("{\"numbers\": [\"${n}\"]}"), FOLDER, Set.of("/numbers/0"));
        assertThat(open.settings()).isEmpty();
        assertThat(open.problems()).isEmpty();
    }

    record Checked(
            @Setting(help = "From.") long from,
            @Setting(help = "To.") long to) {
        Checked {
            if (to < from) {
                throw new IllegalArgumentException("\"to\" is before \"from\"");
            }
        }
    }

    @Test
    void aRecordMayRefuseValuesThatDoNotFitTogether() {
        BoundSettings bound = SettingsType.of(Checked.class).bind(record("{\"from\": 2, \"to\": 1}"), FOLDER);

        assertThat(bound.problems()).extracting(SettingProblem::sentence).containsExactly("\"to\" is before \"from\"");
    }

    @Test
    void declarationsDescribeEverySetting() {
        assertThat(EVERYTHING.declarations())
                .extracting(SettingDeclaration::kind)
                .containsExactly(
                        SettingDeclaration.Kind.TEXT,
                        SettingDeclaration.Kind.INTEGER,
                        SettingDeclaration.Kind.INTEGER,
                        SettingDeclaration.Kind.NUMBER,
                        SettingDeclaration.Kind.BOOLEAN,
                        SettingDeclaration.Kind.NUMBER,
                        SettingDeclaration.Kind.ANY,
                        SettingDeclaration.Kind.CHOICE,
                        SettingDeclaration.Kind.DURATION,
                        SettingDeclaration.Kind.PATH,
                        SettingDeclaration.Kind.TEXT,
                        SettingDeclaration.Kind.MAP,
                        SettingDeclaration.Kind.LIST,
                        SettingDeclaration.Kind.MAP,
                        SettingDeclaration.Kind.DURATION,
                        SettingDeclaration.Kind.LIST,
                        SettingDeclaration.Kind.GROUP,
                        SettingDeclaration.Kind.TEXT);
        SettingDeclaration whole = EVERYTHING.declarations().get(1);
        assertThat(whole.min()).hasValue(1);
        assertThat(whole.defaultValue()).contains(3L);
        SettingDeclaration routes = EVERYTHING.declarations().get(15);
        assertThat(routes.required()).isFalse();
        assertThat(routes.element().orElseThrow().fields())
                .extracting(SettingDeclaration::name)
                .containsExactly("when", "outbox");
        assertThat(EVERYTHING.declarations().get(7).choices()).containsExactly("lower", "upper-first");
    }

    record Undeclared(String text) {}

    record BadDefault(
            @Setting(help = "", defaultValue = "x") int number) {}

    record BadType(@Setting(help = "") Thread thread) {}

    record Itself(@Setting(help = "") List<Itself> more) {}

    @Test
    void aFlawInADeclarationIsNamed() {
        assertThatThrownBy(() -> SettingsType.of(Undeclared.class))
                .hasMessageContaining("Undeclared.text: it has no @Setting");
        assertThatThrownBy(() -> SettingsType.of(BadDefault.class)).hasMessageContaining("its default is not JSON");
        assertThatThrownBy(() -> SettingsType.of(BadType.class))
                .hasMessageContaining("can't be of type java.lang.Thread");
        assertThatThrownBy(() -> SettingsType.of(Itself.class)).hasMessageContaining("contains itself");
    }

    private static BoundSettings bind(String json) {
        return EVERYTHING.bind(record(json), FOLDER);
    }

    private static DataRecord record(String json) {
        return (DataRecord) JsonValues.parse(json);
    }
}
