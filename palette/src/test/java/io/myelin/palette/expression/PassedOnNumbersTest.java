package io.myelin.palette.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a number's text is, an expression that only passes it on gives the same text. */
final class PassedOnNumbersTest {
    private final ExpressionEvaluator built =
            Expression.parse("{\"total\": x, \"list\": [x, y.x], \"all\": $}").evaluator();
    private final ExpressionEvaluator filtered =
            Expression.parse("list[$exists($)]").evaluator();

    @Property(tries = 3_000)
    void keep_their_text(@ForAll("numbers") String number) {
        String message = "{\"x\":" + number + ",\"y\":{\"x\":" + number + "},\"list\":[" + number + ",0]}";
        Object parsed = JsonValues.parse(message);
        assertThat(built.evaluate(parsed).map(MessageText::json))
                .contains(
                        "{\"total\":" + number + ",\"list\":[" + number + "," + number + "],\"all\":" + message + "}");
        assertThat(filtered.evaluate(parsed).map(MessageText::json)).contains("[" + number + ",0]");
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.bigIntegers().map(String::valueOf),
                Arbitraries.bigDecimals().ofScale(20).map(decimal -> decimal.toPlainString()),
                Arbitraries.doubles()
                        .map(real ->
                                JsonValues.parse("[" + real + "]").toString().replaceAll("[\\[\\]]", "")),
                Arbitraries.of(
                        "-0", "-0.0", "0.00", "1E5", "1e-5", "1.0E+400", "1e999999", "100.000", "9007199254740993"));
    }
}
