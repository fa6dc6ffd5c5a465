package io.myelin.palette.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import io.myelin.palette.expression.GuardedFunction.Arguments;
import io.myelin.palette.expression.GuardedFunction.Body;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions that stand in for the library's: those that could run on without end or without bounds there, that print to
 * the terminal, or that are wrong about decimals, the time, or characters beyond 16 bits.
 */
final class GuardedFunctions {
    private final Jsonata library;
    private final EvaluationBounds bounds;

    private GuardedFunctions(Jsonata library, EvaluationBounds bounds) {
        this.library = library;
        this.bounds = bounds;
    }

    /** Puts them in the place of the library's in {@code library}. */
    static void register(Jsonata library, EvaluationBounds bounds) {
        GuardedFunctions functions = new GuardedFunctions(library, bounds);
        functions.guardGrowing();
        functions.replaceWrong();
        functions.replaceRegular(new RegexFunctions(bounds));
    }

    private void guardGrowing() {
        define("append", "<xx:a>", "append", null);
        define("zip", "<a+>", "zip", null);
        define("merge", "<a<o>:o>", "merge", null);
        define("spread", "<x-:a<o>>", "spread", null);
        define("distinct", "<x:x>", "distinct", null);
        define("reverse", "<a:a>", "reverse", null);
        define("shuffle", "<a:a>", "shuffle", null);
        define("keys", "<x-:a<s>>", "keys", null);
        define("join", "<a<s>s?:s>", "join", null);
        define("string", "<x-b?:s>", "string", null);
    }

    private void replaceWrong() {
        define("abs", "<n-:n>", "abs", GuardedFunctions::absolute);
        define("sort", "<af?:a>", "sort", GuardedFunctions::sorted);
        define("pad", "<s-ns?:s>", "pad", this::padded);
        define("substring", "<s-nn?:s>", "substring", GuardedFunctions::substring);
        define(
                "now",
                "<s?s?:s>",
                "now",
                arguments -> Functions.dateTimeFromMillis(bounds.timeOfDay(), arguments.text(0), arguments.text(1)));
        define("millis", "<:n>", "millis", arguments -> bounds.timeOfDay());
    }

    private void replaceRegular(RegexFunctions regular) {
        define("match", "<s-f<s:o>n?:a<o>>", "match", regular::match);
        define("contains", "<s-(sf):b>", "contains", regular::contains);
        define("replace", "<s-(sf)(sf)n?:s>", "replace", regular::replace);
        define("split", "<s-(sf)n?:a<s>>", "split", regular::split);
    }

    private void define(String name, String signature, String method, @Nullable Body body) {
        library.registerFunction(name, new GuardedFunction(name, signature, method, bounds, body));
    }

    private static @Nullable Object absolute(Arguments arguments) {
        Number number = arguments.number(0);
        return number == null ? null : Utils.convertNumber(Math.abs(number.doubleValue()));
    }

    private static @Nullable Object sorted(Arguments arguments) {
        List<?> list = (List<?>) arguments.at(0);
        if (list == null || arguments.at(1) != null) {
            return Functions.sort(list, arguments.at(1));
        }
        if (list.stream().allMatch(Number.class::isInstance)) {
            List<Object> numbers = new ArrayList<>(list);
            numbers.sort(Comparator.comparingDouble(number -> ((Number) number).doubleValue()));
            return numbers;
        }
        if (list.stream().allMatch(String.class::isInstance)) {
            return Functions.sort(list, null);
        }
        throw new JException("D3070", -1);
    }

    private @Nullable Object padded(Arguments arguments) {
        String text = arguments.text(0);
        Number width = arguments.number(1);
        if (text == null || width == null) {
            return text;
        }
        String filler = arguments.text(2) == null || "".equals(arguments.text(2)) ? " " : arguments.text(2);
        int wanted = Math.abs(bounds.size(width));
        int missing = wanted - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        int fillerLength = filler.codePointCount(0, filler.length());
        String repeated = filler.repeat(missing / fillerLength + 1);
        String padding = repeated.substring(0, repeated.offsetByCodePoints(0, missing));
        return width.doubleValue() < 0 ? padding + text : text + padding;
    }

    private static @Nullable Object substring(Arguments arguments) {
        String text = arguments.text(0);
        Number start = arguments.number(1);
        if (text == null || start == null) {
            return text;
        }
        int count = text.codePointCount(0, text.length());
        long from = (long) start.doubleValue();
        from = Math.clamp(from < 0 ? count + from : from, 0, count);
        Number length = arguments.number(2);
        long to = length == null ? count : Math.clamp(from + (long) length.doubleValue(), from, count);
        return text.substring(text.offsetByCodePoints(0, (int) from), text.offsetByCodePoints(0, (int) to));
    }
}
