package io.myelin.palette.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import io.myelin.palette.Bench;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Text components")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TextComponentsTest {
    private static final String RUNS_WILD = "a".repeat(40) + "!";

    @Nested
    @DisplayName("text.split")
    class Splitting {
        private List<Object> split(String settings, Object... messages) throws Exception {
            return Bench.of(Split.class, settings).start().send(messages).end().sent();
        }

        @Test
        void sends_the_parts_in_order_without_empty_ones() throws Exception {
            assertThat(split("{\"pattern\":\"\\\\W+\"}", "  Alice was, by now,", "", "...", "here"))
                    .containsExactly("Alice", "was", "by", "now", "here");
        }

        @Test
        void keeps_empty_parts_where_asked_to() throws Exception {
            assertThat(split("{\"pattern\":\",\",\"keepEmpty\":true}", ",a,,b,", ""))
                    .containsExactly("", "a", "", "b", "", "");
        }

        @Test
        void a_text_without_a_match_goes_on_whole() throws Exception {
            assertThat(split("{\"pattern\":\";\"}", "a,b")).containsExactly("a,b");
        }

        @Test
        void a_pattern_that_matches_nothing_parts_between_characters() throws Exception {
            assertThat(split("{\"pattern\":\"\"}", "abc")).containsExactly("a", "b", "c");
            assertThat(split("{\"pattern\":\"(?=[A-Z])\"}", "oneTwoThree")).containsExactly("one", "Two", "Three");
            assertThat(split("{\"pattern\":\"x*\",\"keepEmpty\":true}", "axb")).containsExactly("a", "b");
        }

        @Test
        void takes_no_more_parts_than_there_is_room_for() throws Exception {
            Bench bench = Bench.of(Split.class, "{\"pattern\":\" \"}").room(2).start();
            bench.send("1 2 3 4 5", "6");
            assertThat(bench.sent()).containsExactly("1", "2");
            assertThat(bench.waiting()).isEqualTo(1);
            bench.room(100).end();
            assertThat(bench.sent()).containsExactly("1", "2", "3", "4", "5", "6");
            assertThat(bench.isFinished()).isTrue();
        }

        @Test
        void a_pattern_that_runs_wild_is_an_error_of_the_item_and_the_next_one_is_taken() throws Exception {
            Bench bench = Bench.of(Split.class, "{\"pattern\":\"(a+)+b\\\\1\"}").start();
            bench.send(RUNS_WILD, "b").end();
            assertThat(bench.sent()).containsExactly("b");
            assertThat(bench.errors()).singleElement().asString().contains("too many steps", "(a+)+b\\1");
            assertThat(((DataRecord) bench.sent("errors").getFirst()).get("item"))
                    .isEqualTo(RUNS_WILD);
        }

        @Test
        void a_pattern_that_exhausts_the_stack_is_an_error_of_the_item() throws Exception {
            Bench bench = Bench.of(Split.class, "{\"pattern\":\"(?:a|b)*c\"}").start();
            bench.send("ab".repeat(2_000_000)).end();
            assertThat(bench.errors()).singleElement().asString().contains("too deep a search");
        }

        @Test
        void anything_but_text_is_an_error_that_names_what_was_found() throws Exception {
            Bench bench = Bench.of(Split.class, "{\"pattern\":\",\"}").start();
            bench.send(7L, DataRecord.of("a", 1L), Bytes.copyOf(new byte[] {1, 2}), List.of(1L), true)
                    .end();
            assertThat(bench.errors())
                    .containsExactly(
                            "expected text, but found the number 7",
                            "expected text, but found the record {\"a\":1}",
                            "expected text, but found 2 bytes [01 02]",
                            "expected text, but found the list [1]",
                            "expected text, but found the truth value true");
        }

        @Test
        void a_bad_pattern_is_a_problem_of_the_settings_with_its_position() {
            assertThat(Bench.problems(Split.class, "{\"pattern\":\"a(b\"}"))
                    .singleElement()
                    .asString()
                    .contains("/pattern", "no regular expression", "Unclosed group");
            assertThat(Bench.problems(Split.class, "{\"pattern\":\"ab[z-a]\"}"))
                    .singleElement()
                    .asString()
                    .contains("at character");
        }
    }

    @Nested
    @DisplayName("text.replace")
    class Replacing {
        @Test
        void replaces_every_match_and_knows_groups() throws Exception {
            Bench bench =
                    Bench.of(Replace.class, "{\"pattern\":\"(?<a>\\\\d+)-(\\\\d+)\",\"replacement\":\"$2:${a}\\\\$\"}");
            bench.start().send("1-2, 30-40", "none").end();
            assertThat(bench.sent()).containsExactly("2:1$, 40:30$", "none");
            assertThat(bench.isFinished()).isTrue();
        }

        @Test
        void an_empty_replacement_removes() throws Exception {
            Bench bench = Bench.of(Replace.class, "{\"pattern\":\"\\\\s+\",\"replacement\":\"\"}");
            assertThat(bench.start().send(" a b ").sent()).containsExactly("ab");
        }

        @ParameterizedTest
        @ValueSource(strings = {"$3", "${x}", "$", "\\\\"})
        void a_replacement_that_does_not_fit_is_a_problem_of_the_settings(String replacement) {
            assertThat(Bench.problems(
                            Replace.class, "{\"pattern\":\"(a)(b)\",\"replacement\":\"" + replacement + "\"}"))
                    .singleElement()
                    .asString()
                    .contains("doesn't fit the pattern (a)(b)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"(?i)a(b)", "(?x) a # comment", "\\\\Qa(", "a|(b)"})
        void a_fitting_replacement_is_taken_whatever_the_pattern(String pattern) {
            assertThat(Bench.problems(Replace.class, "{\"pattern\":\"" + pattern + "\",\"replacement\":\"$0\"}"))
                    .isEmpty();
        }

        @Test
        void errors_name_what_was_found() throws Exception {
            Bench bench = Bench.of(Replace.class, "{\"pattern\":\"(x+)+y\\\\1\",\"replacement\":\"\"}")
                    .start();
            bench.send(3L, "x".repeat(60)).end();
            assertThat(bench.errors()).hasSize(2).last().asString().contains("too many steps");
        }
    }

    @Nested
    @DisplayName("text.match")
    class Matching {
        @Test
        void sends_the_named_groups_in_the_order_in_which_they_open() throws Exception {
            Bench bench = Bench.of(Match.class, "{\"pattern\":\"^(?<zone>\\\\w+):(?<area>\\\\w*)(?<note>!)?\"}");
            bench.start().send("b:a", "no match", "x:!").end();
            assertThat(bench.sent().stream().map(Object::toString).toList())
                    .containsExactly("{zone=b, area=a, note=null}", "{zone=x, area=, note=!}");
            assertThat(bench.sent().getFirst())
                    .isEqualTo(JsonValues.parse("{\"zone\":\"b\",\"area\":\"a\",\"note\":null}"));
            assertThat(bench.sent("unmatched")).containsExactly("no match");
        }

        @Test
        void a_pattern_without_named_groups_gives_empty_records() throws Exception {
            Bench bench = Bench.of(Match.class, "{\"pattern\":\"a\"}").start().send("cat", "dog");
            assertThat(bench.sent()).containsExactly(DataRecord.empty());
            assertThat(bench.sent("unmatched")).containsExactly("dog");
        }

        @Test
        void anything_but_text_is_an_error() throws Exception {
            Bench bench = Bench.of(Match.class, "{\"pattern\":\"a\"}").start().send(1L);
            assertThat(bench.errors()).singleElement().asString().contains("the number 1");
        }
    }

    @Nested
    @DisplayName("text.case")
    class Casing {
        @ParameterizedTest
        @CsvSource({"lower,ÄÖ Istanbul 7,äö istanbul 7", "upper,Straße,STRASSE"})
        void changes_letters_by_the_same_rules_everywhere(String to, String text, String result) throws Exception {
            Bench bench = Bench.of(Case.class, "{\"to\":\"" + to + "\"}");
            assertThat(bench.start().send(text).end().sent()).containsExactly(result);
        }

        @Test
        void is_lower_where_nothing_is_said() throws Exception {
            assertThat(Bench.of(Case.class, "{}").start().send("ABC").sent()).containsExactly("abc");
        }

        @Test
        void anything_but_text_is_an_error() throws Exception {
            Bench bench = Bench.of(Case.class, "{}").start().send(1L);
            assertThat(bench.errors()).hasSize(1);
        }
    }

    @Nested
    @DisplayName("text.template")
    class Templates {
        private Object fill(String template, String message) throws Exception {
            String settings = "{\"template\":\"" + template + "\"}";
            return Bench.of(FillTemplate.class, settings)
                    .start()
                    .send(JsonValues.parse(message))
                    .sent()
                    .getFirst();
        }

        @Test
        void fills_in_fields_numbers_as_they_came_and_nothing_for_what_is_missing() throws Exception {
            assertThat(fill(
                            "{{name}} & {{a.b}}: {{amount}}{{none}}{{nothing}}",
                            "{\"name\":\"<Ada>\",\"a\":{\"b\":[1,{\"c\":2}]},\"amount\":1.50,\"nothing\":null}"))
                    .isEqualTo("<Ada> & [1,{\"c\":2}]: 1.50");
        }

        @Test
        void repeats_sections_and_shows_the_inverse() throws Exception {
            assertThat(fill(
                            "{{#list}}[{{x}}]{{/list}}{{^none}}-{{/none}}{{#nothing}}?{{/nothing}}",
                            "{\"list\":[{\"x\":1},{\"x\":2}],\"nothing\":null}"))
                    .isEqualTo("[1][2]-");
            assertThat(fill("<{{.}}>", "\"text\"")).isEqualTo("<text>");
        }

        @Test
        void reaches_nothing_of_java() throws Exception {
            assertThat(fill("{{name.length}}{{name.class}}{{class.name}}", "{\"name\":\"x\"}"))
                    .isEqualTo("");
        }

        @Test
        void escapes_for_html_where_asked_to() throws Exception {
            Bench bench = Bench.of(FillTemplate.class, "{\"template\":\"{{a}}{{{a}}}\",\"escape\":\"html\"}");
            assertThat(bench.start().send(DataRecord.of("a", "<&>")).sent()).containsExactly("&lt;&amp;&gt;<&>");
        }

        @Test
        void a_flawed_template_is_a_problem_of_the_settings() {
            assertThat(Bench.problems(FillTemplate.class, "{\"template\":\"{{#a}}\"}"))
                    .hasSize(1);
            assertThat(Bench.problems(FillTemplate.class, "{\"template\":\"{{>other}}\"}"))
                    .singleElement()
                    .asString()
                    .contains("another template");
        }
    }
}
