package io.myelin.palette.expression;

import io.myelin.engine.component.ItemException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one expression for one component: used by one thread at a time. What the expression only passes on leaves as
 * the very object that came in; what it computes is made a message value.
 */
public final class ExpressionEvaluator {
    private final Expression expression;
    private final @Nullable PlainExpression plain;
    private @Nullable BoundedJsonata library;

    ExpressionEvaluator(Expression expression, Optional<PlainExpression> plain) {
        this.expression = expression;
        this.plain = plain.orElse(null);
    }

    /** The expression's value for {@code message}; empty where it has none. Throws ItemException where it fails. */
    public Optional<Object> evaluate(Object message) {
        return Optional.ofNullable(valueOrNull(message));
    }

    /** As {@link #evaluate}, for those who ask for very many: null where it has none. */
    public @Nullable Object valueOrNull(Object message) {
        PlainExpression form = plain;
        if (form != null) {
            Object value = form.evaluate(message);
            if (value != PlainExpression.Unsure.NOT_PLAIN) {
                return value;
            }
        }
        return library().evaluate(message).orElse(null);
    }

    /** Whether the expression's value for {@code message} is true by JSONata's {@code $boolean}. */
    public boolean holds(Object message) {
        return holds(message, Map.of());
    }

    /**
     * As {@link #holds(Object)}, where the expression knows {@code variables}, message values, by their names without the
     * {@code $}.
     */
    public boolean holds(Object message, Map<String, ?> variables) {
        PlainExpression form = plain;
        if (form != null) {
            Object value = form.operand(message);
            if (value != PlainExpression.Unsure.NOT_PLAIN) {
                return Truth.of(value);
            }
        }
        return library().holds(message, variables);
    }

    /** As {@link #evaluate}; an ItemException, saying {@code what} has no value, where there is none. */
    public Object require(Object message, String what) {
        return evaluate(message)
                .orElseThrow(() -> new ItemException(what + " " + expression + " has no value for this message"));
    }

    private BoundedJsonata library() {
        BoundedJsonata made = library;
        if (made == null) {
            made = new BoundedJsonata(expression.text());
            library = made;
        }
        return made;
    }
}
