package io.myelin.palette.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ItemException;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.engine.message.LiteralNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Plain expressions give what the library gives, value for value and failure for failure. */
final class PlainExpressionTest {
    @Property(tries = 8_000)
    void are_evaluated_as_the_library_evaluates_them(
            @ForAll("expressions") String text, @ForAll("messages") Object message) {
        assertThat(PlainExpression.recognise(text)).isPresent();
        ExpressionEvaluator ours = Expression.parse(text).evaluator();
        BoundedJsonata library = new BoundedJsonata(text);
        assertThat(outcome(() -> ours.evaluate(message))).isEqualTo(outcome(() -> library.evaluate(message)));
        assertThat(outcome(() -> Optional.of(ours.holds(message))))
                .isEqualTo(outcome(() -> Optional.of(library.holds(message, Map.of()))));
    }

    @Property(tries = 500)
    void are_evaluated_for_each_message_anew_whatever_came_before(
            @ForAll("expressions") String text, @ForAll("messages") Object first, @ForAll("messages") Object second) {
        ExpressionEvaluator used = Expression.parse(text).evaluator();
        Object _ = outcome(() -> used.evaluate(first));
        ExpressionEvaluator fresh = Expression.parse(text).evaluator();
        assertThat(outcome(() -> used.evaluate(second))).isEqualTo(outcome(() -> fresh.evaluate(second)));
    }

    private interface Evaluation {
        Optional<Object> value();
    }

    private static Object outcome(Evaluation evaluation) {
        try {
            return evaluation.value();
        } catch (ItemException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> path = Arbitraries.oneOf(
                Arbitraries.of("$"),
                Arbitraries.of("a", "b", "android", "inner")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(names -> String.join(".", names)));
        Arbitrary<String> literal = Arbitraries.of(
                "0",
                "1",
                "2",
                "100",
                "999999999",
                "1.5",
                "1.50",
                "2.0",
                "-1",
                "- 2",
                "-0",
                "\"\"",
                "\"a\"",
                "'b'",
                "true",
                "false");
        Arbitrary<String> comparison = Combinators.combine(
                        path, Arbitraries.of("=", "!=", "<", "<=", ">", ">=", " = ", " > "), literal)
                .as((left, operator, right) -> left + operator + right);
        Arbitrary<String> operand = Arbitraries.oneOf(path, literal);
        Arbitrary<String> computation =
                joined(operand, "+", " - ", "*", " / ", "%", " = ", " < ", ">=", " and ", " or ");
        return Arbitraries.oneOf(
                path, literal, comparison, computation, joined(computation, " and ", " or ", " > ", "*"));
    }

    /** Some parts with operators between them, here and there in parentheses. */
    private static Arbitrary<String> joined(Arbitrary<String> part, String... operators) {
        return Combinators.combine(
                        part, Arbitraries.of(operators), part, Arbitraries.of(operators), part, Arbitraries.of(0, 1, 2))
                .as((first, one, second, other, third, parentheses) -> switch (parentheses) {
                    case 1 -> "(" + first + one + second + ")" + other + third;
                    case 2 -> first + one + "( " + second + other + third + " )";
                    default -> first + one + second + other + third;
                });
    }

    @Provide
    Arbitrary<Object> messages() {
        return messages(3);
    }

    /** Records and lists at most {@code depth} deep: bounded here, since a lazy recursion costs the library minutes. */
    private Arbitrary<Object> messages(int depth) {
        return depth == 0
                ? scalars()
                : Arbitraries.oneOf(scalars(), records(depth - 1), records(depth - 1), lists(depth - 1));
    }

    private Arbitrary<Object> scalars() {
        return Arbitraries.of(
                0L,
                1L,
                2L,
                100L,
                999999999L,
                9007199254740992L,
                9007199254740993L,
                9007199254740994L,
                new BigDecimal("9007199254740993.0"),
                new BigDecimal("1.5"),
                new BigDecimal("1.500000000000000000001"),
                Long.MAX_VALUE,
                new LiteralNumber("1E400"),
                new BigDecimal("1.50"),
                new BigDecimal("1.0"),
                new BigDecimal("0.00"),
                new LiteralNumber("1E2"),
                new LiteralNumber("-0"),
                "",
                "a",
                "b",
                "100",
                true,
                false,
                JsonNull.NULL);
    }

    private Arbitrary<Object> records(int depth) {
        return Arbitraries.of("a", "b", "android", "inner")
                .flatMap(name -> messages(depth).map(value -> Tuple.of(name, value)))
                .list()
                .ofMaxSize(3)
                .map(fields -> DataRecord.copyOf(fields.stream()
                        .collect(Collectors.toMap(Tuple.Tuple1::get1, Tuple.Tuple2::get2, (one, other) -> one))));
    }

    private Arbitrary<Object> lists(int depth) {
        return messages(depth).list().ofMaxSize(3).map(List::copyOf);
    }
}
