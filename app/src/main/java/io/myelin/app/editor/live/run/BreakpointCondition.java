package io.myelin.app.editor.live.run;

import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.watch.Breakpoint;
import io.myelin.palette.expression.Expression;
import io.myelin.palette.expression.ExpressionEvaluator;
import java.util.Map;

/**
 * The condition of a breakpoint: a JSONata expression, as in components that choose among messages, that knows besides
 * the message its number on the link and what the link joins.
 */
final class BreakpointCondition {
    private final ExpressionEvaluator evaluator;
    private final String from;
    private final String to;

    private BreakpointCondition(ExpressionEvaluator evaluator, PlannedLink link) {
        this.evaluator = evaluator;
        this.from = link.fromPath() + "." + link.outbox();
        this.to = link.toPath() + "." + link.inbox();
    }

    /**
     * Whether {@code text} holds of a message on {@code link}, for one thread at a time. A message that it can't be asked
     * of is none that it holds of; a text that is no expression holds of none.
     */
    static Breakpoint.Condition of(String text, PlannedLink link) {
        if (text.isBlank()) {
            return (_, _) -> true;
        }
        try {
            return new BreakpointCondition(Expression.parse(text).evaluator(), link)::holds;
        } catch (IllegalArgumentException wrong) {
            return (_, _) -> false;
        }
    }

    private boolean holds(Object message, long sequence) {
        try {
            return evaluator.holds(message, Map.of("sequence", sequence, "from", from, "to", to));
        } catch (RuntimeException unfit) {
            return false;
        }
    }
}
