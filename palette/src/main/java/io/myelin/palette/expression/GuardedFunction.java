package io.myelin.palette.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the library that looks at the bounds each time it is called, since one native function may call another
 * without a step of evaluation in between. Where a body is given, that does the work.
 */
final class GuardedFunction extends Jsonata.JFunction {
    private final EvaluationBounds bounds;
    private final @Nullable Body body;

    /**
     * Stands in for {@code name}.
     *
     * @param signature the library's signature of it
     * @param method the library's own method, which says how many arguments there can be
     * @param body what to do instead, or null to do what the library does
     */
    GuardedFunction(String name, String signature, String method, EvaluationBounds bounds, @Nullable Body body) {
        super(name, signature, Functions.class, null, method);
        this.bounds = bounds;
        this.body = body;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object call(@Nullable Object input, List arguments) {
        bounds.check();
        Object result = body == null ? super.call(input, arguments) : body.apply(new Arguments(arguments));
        bounds.checkSize(result);
        return result;
    }

    /** What a function does. */
    interface Body {
        @Nullable
        Object apply(Arguments arguments);
    }

    /** Arguments, as many as were given; what was not given is null, as what has no value is. */
    record Arguments(List<?> values) {
        @Nullable
        Object at(int index) {
            return index < values.size() ? values.get(index) : null;
        }

        @Nullable
        String text(int index) {
            return (String) at(index);
        }

        @Nullable
        Number number(int index) {
            return (Number) at(index);
        }
    }
}
