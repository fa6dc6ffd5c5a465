package io.myelin.palette.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ItemException;
import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.ImmutableMessages;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An expression")
final class ExpressionTest {
    private static Optional<Object> evaluate(String expression, Object message) {
        return Expression.parse(expression).evaluator().evaluate(message);
    }

    /** What comes out for a message given as JSON, as JSON; {@code nothing} for no value. */
    private static String json(String expression, String message) {
        Optional<Object> value = evaluate(expression, JsonValues.parse(message));
        value.ifPresent(one -> assertThat(ImmutableMessages.flaw(one)).isEmpty());
        return value.map(MessageText::json).orElse("nothing");
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$|5|5",
                "amount > 100|{\"amount\":101}|true",
                "amount > 100|{\"amount\":100.5}|true",
                "amount > 100|{}|nothing",
                "amount = 100|{}|false",
                "amount != 100|{}|false",
                "amount = 100|{\"amount\":100.00}|true",
                "name = \"Tea\"|{\"name\":\"Tea\"}|true",
                "name = \"Tea\"|{\"name\":null}|false",
                "name != \"Tea\"|{\"name\":null}|true",
                "name = true|{\"name\":true}|true",
                "$ % 2 = 0|4|true",
                "a.b|{\"a\":{\"b\":1.50}}|1.50",
                "a.b|{\"a\":[{\"b\":1},{\"b\":2}]}|[1,2]",
                "a.b|{\"a\":[{\"b\":1}]}|1",
                "a.b|{\"a\":[]}|nothing",
                "a|{\"a\":[]}|[]",
                "a|{\"a\":[1]}|[1]",
                "a|{\"a\":null}|null",
                "a.b|{\"a\":\"text\"}|nothing",
                "a|[{\"a\":1},{\"a\":2}]|[1,2]",
                "a|\"text\"|nothing",
                "{\"name\": $uppercase(name), \"total\": price * quantity}"
                        + "|{\"name\":\"tea\",\"price\":1.5,\"quantity\":2}|{\"name\":\"TEA\",\"total\":3}",
                "0.1 + 0.2|{}|0.30000000000000004",
                "1 / 3|{}|0.3333333333333333",
                "1e20 * 1|{}|100000000000000000000",
                "[1..3]|{}|[1,2,3]",
                "$sum(items.(price * quantity))"
                        + "|{\"items\":[{\"price\":1.10,\"quantity\":2},{\"price\":2,\"quantity\":1}]}|4.2",
                "$max([1, 2.5])|{}|2.5",
                "$abs(x)|{\"x\":-1.50}|1.5",
                "$sort([3, 1.5, 2])|{}|[1.5,2,3]",
                "$string(x)|{\"x\":1.50}|\"1.50\"",
                "x & \"\"|{\"x\":9007199254740993}|\"9007199254740993\"",
                "x = null|{\"x\":null}|true",
                "$exists(x)|{\"x\":null}|true",
                "$count(x)|{\"x\":[1,2]}|2",
                "$substring(\"😀abc\", 1)|{}|\"abc\"",
                "$substring(\"😀abc\", 0, 2)|{}|\"😀a\"",
                "$substring(\"abc\", -2)|{}|\"bc\"",
                "$substring(\"abc\", -5, 2)|{}|\"ab\"",
                "$pad(\"x\", -3, \"0\")|{}|\"00x\"",
                "$pad(\"x\", 3)|{}|\"x  \"",
                "$replace(\"a1b22\", /[0-9]+/, \"<$0>\")|{}|\"a<1>b<22>\"",
                "$replace(\"John Smith\", /(\\w+)\\s(\\w+)/, \"$2, $1\")|{}|\"Smith, John\"",
                "$replace(\"abcabc\", \"b\", \"$1\", 1)|{}|\"a$1cabc\"",
                "$split(\"a, b;c\", /[,;]\\s*/)|{}|[\"a\",\"b\",\"c\"]",
                "$split(\"a.b.c\", \".\", 2)|{}|[\"a\",\"b\"]",
                "$match(\"ababbabbcc\", /a(b+)/, 1).match|{}|\"ab\"",
                "$contains(\"abracadabra\", /a.*a/)|{}|true",
                "$map([1..3], $string)|{}|[\"1\",\"2\",\"3\"]",
                "($first := $substring(?, 0, 1); $first(name))|{\"name\":\"Tea\"}|\"T\"",
                "$eval(\"a + 1\")|{\"a\":1}|2",
                "[1,2] = items|{\"items\":[1,2]}|true",
                "items[$ > 1]|{\"items\":[1,2,3]}|[2,3]",
                "items[0]|{\"items\":[{\"a\":1.50}]}|{\"a\":1.50}",
                "true|{}|true",
                "\"text\"|{}|\"text\"",
                "'text'|{}|\"text\"",
                "null|{}|null",
                "-0 * 1|{}|0"
            })
    void gives_what_jsonata_gives(String expression, String message, String expected) {
        assertThat(json(expression, message)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "-9007199254740993",
                "123456789012345678901234567890",
                "1.50",
                "0.10",
                "100.0",
                "1E5",
                "1e400",
                "-0",
                "0.1000000000000000055511151231257827",
                "12345678901234567890.12345678901234567890",
                "7"
            })
    @DisplayName("leaves a number that it only passes on as the same text")
    void passed_on_numbers_keep_their_text(String number) {
        String message = "{\"x\":" + number + ",\"list\":[" + number + "],\"inner\":{\"x\":" + number + "}}";
        assertThat(json("x", message)).isEqualTo(number);
        assertThat(json("$", message)).isEqualTo(message);
        assertThat(json("$$", message)).isEqualTo(message);
        assertThat(json("list", message)).isEqualTo("[" + number + "]");
        assertThat(json("list[0]", message)).isEqualTo(number);
        assertThat(json("inner", message)).isEqualTo("{\"x\":" + number + "}");
        assertThat(json("{\"total\": x, \"all\": list, \"in\": inner}", message))
                .isEqualTo("{\"total\":" + number + ",\"all\":[" + number + "],\"in\":{\"x\":" + number + "}}");
        assertThat(json("[x, inner.x]", message)).isEqualTo("[" + number + "," + number + "]");
        assertThat(json("($y := x; $y)", message)).isEqualTo(number);
        assertThat(json("true ? x : 0", message)).isEqualTo(number);
        assertThat(json("$merge([$, {\"y\": 1}])", message))
                .isEqualTo(message.substring(0, message.length() - 1) + ",\"y\":1}");
        assertThat(json("$filter(list, function($n) { true })", message)).isEqualTo(number);
        assertThat(json("$sort([x])", message)).isEqualTo("[" + number + "]");
    }

    @Test
    void compares_numbers_that_no_double_holds() {
        assertThat(json("a > b", "{\"a\":9007199254740993,\"b\":9007199254740992}"))
                .isEqualTo("true");
        assertThat(json("a < b", "{\"a\":1.50,\"b\":1.500000000000000000001}")).isEqualTo("true");
        assertThat(json("a > b", "{\"a\":1E5,\"b\":2E4}")).isEqualTo("true");
    }

    @Test
    void passes_values_on_that_json_does_not_know() {
        DataRecord message = DataRecord.of("day", LocalDate.of(2026, 1, 2), "raw", Bytes.copyOf(new byte[] {1}));
        assertThat(evaluate("{\"day\": day, \"raw\": raw}", message)).contains(message);
        assertThat(evaluate("day", message)).contains(LocalDate.of(2026, 1, 2));
    }

    @Test
    void gives_the_very_same_record_where_it_only_passes_it_on() {
        DataRecord inner = DataRecord.of("x", new BigDecimal("1.50"));
        assertThat(evaluate("(a)", DataRecord.of("a", inner)).orElseThrow()).isSameAs(inner);
    }

    @Test
    void keeps_no_variable_from_one_message_to_the_next() {
        ExpressionEvaluator evaluator = Expression.parse(
                        "$exists($seen) ? \"seen\" : ($exists(a) ? ($seen := a) : \"none\")")
                .evaluator();
        assertThat(evaluator.evaluate(DataRecord.of("a", 1L))).contains(1L);
        assertThat(evaluator.evaluate(DataRecord.empty())).contains("none");
        ExpressionEvaluator assigning = Expression.parse("$x := $exists($x)").evaluator();
        assertThat(assigning.evaluate(DataRecord.empty())).contains(false);
        assertThat(assigning.evaluate(DataRecord.empty())).contains(false);
    }

    @Test
    void tells_the_time_of_each_message_anew() {
        ExpressionEvaluator evaluator = Expression.parse("$millis()").evaluator();
        long first = (Long) evaluator.evaluate(1L).orElseThrow();
        assertThat(Math.abs(first - System.currentTimeMillis())).isLessThan(10_000);
        long until = System.currentTimeMillis() + 5_000;
        while ((Long) evaluator.evaluate(1L).orElseThrow() == first && System.currentTimeMillis() < until) {
            Thread.onSpinWait();
        }
        assertThat((Long) evaluator.evaluate(1L).orElseThrow()).isGreaterThan(first);
        assertThat(evaluate("$now() ~> $length", 1L)).contains(24L);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "amount >|at character 8",
                "amount >|a value is expected",
                "amount > > 3|at character 10: a value is expected, but \">\" was found",
                "1 + $upercase(name)|at character 5: $upercase is no function; did you mean $uppercase?",
                "uppercase(name)|at character 1: uppercase is no function; did you mean $uppercase?",
                "$foo (1)|$foo is no function",
                "a.length()|at character 3: length is no function; did you mean $length?",
                "{\"a\": 1|before end of expression",
                "(1 + 2|before end of expression",
                "\"open|at character 5",
                "a & /[/|at character",
                "items[|at character",
                "1 +* 2|at character",
                "/* open|not complete",
                "`open|must be terminated"
            })
    void names_the_place_of_a_mistake(String expression, String said) {
        assertThatThrownBy(() -> Expression.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void may_hold_a_long_text_and_is_refused_when_nested_beyond_measure() {
        String text = "x\\\"".repeat(20_000);
        assertThat(evaluate("$length(\"" + text + "\")", 1L)).contains(40_000L);
        assertThatThrownBy(() -> Expression.parse("(".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Expression.parse("[".repeat(100_000) + "]".repeat(100_000)))
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void is_not_blank() {
        assertThatThrownBy(() -> Expression.parse(" ")).hasMessageContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n) { $f($n + 1) }; $f(1))",
                "($f := function($n) { 1 + $f($n + 1) }; $f(1))",
                "[1, ($f := function($n) { [1, $f($n + 1)] }; $f(1))]",
                "{\"a\": 1, \"b\": ($f := function($n) { {\"a\": 1, \"b\": $f($n)} }; $f(1))}",
                "$reduce([1..10000000], $append)",
                "[1..10000000].([1..10000000])",
                "($double := function($s, $n) { $n = 0 ? $s : $double($s & $s, $n - 1) }; $double(\"ab\", 60))",
                "$pad(\"x\", 2000000000)",
                "$match($pad(\"\", 3000, \"a\"), /.*.*.*.*.*.*.*b/)",
                "$replace($pad(\"\", 3000, \"a\"), /.*.*.*.*.*.*.*b/, \"\")",
                "$contains($pad(\"\", 3000, \"a\"), /.*.*.*.*.*.*.*b/)",
                "$split($pad(\"\", 3000, \"a\"), /.*.*.*.*.*.*.*b/)",
                "$eval(\"($f := function($n) { $f($n + 1) }; $f(1))\")",
                "($e := \"$eval($e)\"; $eval($e))"
            })
    @DisplayName("that never ends is given up within about a second")
    void endless_expressions_are_given_up(String expression) {
        long started = System.nanoTime();
        assertThatThrownBy(() -> evaluate(expression, DataRecord.empty())).isInstanceOf(ItemException.class);
        assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(6_000);
    }

    @Test
    void goes_on_with_the_next_message_after_one_that_never_ended() {
        ExpressionEvaluator evaluator = Expression.parse(
                        "$ = 0 ? \"fine\" : ($f := function($n) { 1 + $f($n) }; $f(1))")
                .evaluator();
        assertThatThrownBy(() -> evaluator.evaluate(1L)).hasMessageContaining("endless recursion");
        assertThat(evaluator.evaluate(0L)).contains("fine");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name + 1|must evaluate to a number",
                "name > 1|same data type",
                "function($x) { $x }|gives a function",
                "$uppercase|gives a function",
                "{\"f\": $sum}|gives a function",
                "1 / 0|number",
                "$number(\"x\")|x",
                "$error(\"so it is\")|so it is"
            })
    void says_what_failed(String expression, String said) {
        assertThatThrownBy(() -> evaluate(expression, DataRecord.of("name", "Tea")))
                .isInstanceOf(ItemException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0|false",
                "1|true",
                "\"\"|false",
                "\"0\"|true",
                "null|false",
                "[]|false",
                "[0]|false",
                "[0,1]|true",
                "[[]]|false",
                "{}|false",
                "{\"a\":0}|true",
                "true|true",
                "false|false",
                "0.0|false",
                "0E5|false"
            })
    void holds_by_boolean(String message, boolean expected) {
        Object value = JsonValues.parse(message);
        assertThat(Expression.parse("$").evaluator().holds(value)).isEqualTo(expected);
        assertThat(Expression.parse("($)").evaluator().holds(value)).isEqualTo(expected);
        assertThat(Expression.parse("nothing").evaluator().holds(JsonNull.NULL)).isFalse();
    }

    @Test
    void reaches_no_class_file_or_process() {
        for (String hostile : List.of("$getClass()", "$.class.forName(\"java.lang.Runtime\")", "$system(\"ls\")")) {
            assertThatThrownBy(() -> Expression.parse(hostile)).hasMessageContaining("is no function");
        }
        assertThatThrownBy(() -> evaluate("$eval(\"$system('ls')\")", DataRecord.empty()))
                .isInstanceOf(ItemException.class);
        assertThat(evaluate("class", DataRecord.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($x) { $x + 1 }; $f(a))",
                "($f := λ($x) { $x + 1 }; $f(a))",
                "$map(items, function($v, $i) { $v })",
                "$reduce(items, function($f, $g) { $f($g) })",
                "items.(price * quantity)",
                "items.($sum(price))",
                "a and (b or (c in (d)))",
                "$replace(text, /foo\\(bar\\)/, \"call(x)\")",
                "$match(text, /a(b)/)",
                "\"call(x)\" & 'other(y)' & `odd(name)`",
                "/* call(x) */ a",
                "a ~> $uppercase() ~> $trim()",
                "$ ~> |$|{\"a\": 1}|",
                "a / b(1) = 1 ? 1 : 2"
            })
    void takes_calls_of_functions_for_what_they_are(String expression) {
        if (expression.contains("b(1)")) {
            assertThatThrownBy(() -> Expression.parse(expression)).hasMessageContaining("at character 5");
        } else {
            assertThat(Expression.parse(expression).text()).isEqualTo(expression);
        }
    }

    @Test
    void aConditionKnowsTheVariablesThatItIsAskedWith() {
        ExpressionEvaluator evaluator =
                Expression.parse("$sequence % 3 = 0 and $to = \"print.inbox\"").evaluator();
        Map<String, Object> third = Map.of("sequence", 3L, "to", "print.inbox");
        Map<String, Object> fourth = Map.of("sequence", 4L, "to", "print.inbox");

        assertThat(evaluator.holds("any", third)).isTrue();
        assertThat(evaluator.holds("any", fourth)).isFalse();
        // Variables do not outlive the question.
        assertThat(evaluator.holds("any")).isFalse();
        assertThat(Expression.parse("$sequence").evaluator().holds("any", third))
                .isTrue();
        assertThat(Expression.parse("$sequence = 3").evaluator().holds("any", third))
                .isTrue();
    }
}
