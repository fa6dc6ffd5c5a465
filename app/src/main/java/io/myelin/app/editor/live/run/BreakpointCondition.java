package io.myelin.app.editor.live.run;

import io.myelin.palette.expression.Expression;
import io.myelin.palette.expression.ExpressionEvaluator;
import java.util.function.Predicate;

/** The condition of a breakpoint: a JSONata expression, as in components that choose among messages. */
final class BreakpointCondition {
    private BreakpointCondition() {}

    /**
     * Whether {@code text} holds of a message, for one thread at a time. A message that it can't be asked of is none that
     * it holds of; a text that is no expression holds of none.
     */
    static Predicate<Object> of(String text) {
        if (text.isBlank()) {
            return _ -> true;
        }
        try {
            ExpressionEvaluator evaluator = Expression.parse(text).evaluator();
            return message -> holds(evaluator, message);
        } catch (IllegalArgumentException wrong) {
            return _ -> false;
        }
    }

    private static boolean holds(ExpressionEvaluator evaluator, Object message) {
        try {
            return evaluator.holds(message);
        } catch (RuntimeException unfit) {
            return false;
        }
    }
}
