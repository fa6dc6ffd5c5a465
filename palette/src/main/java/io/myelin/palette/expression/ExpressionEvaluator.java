package io.myelin.palette.expression;

import io.myelin.engine.component.ItemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one expression for one component: used by one thread at a time. What the expression only passes on leaves as
 * the very object that came in; what it computes is made a message value.
 */
public final class ExpressionEvaluator {
    private final Expression expression;
    private final Optional<PlainExpression> plain;
    private @Nullable BoundedJsonata library;

    ExpressionEvaluator(Expression expression, Optional<PlainExpression> plain) {
        this.expression = expression;
        this.plain = plain;
    }

    /** The expression's value for {@code message}; empty where it has none. Throws ItemException where it fails. */
    public Optional<Object> evaluate(Object message) {
        if (plain.isPresent()) {
            Object value = plain.get().evaluate(message);
            if (value != PlainExpression.Unsure.NOT_PLAIN) {
                return Optional.ofNullable(value);
            }
        }
        return library().evaluate(message);
    }

    /** Whether the expression's value for {@code message} is true by JSONata's {@code $boolean}. */
    public boolean holds(Object message) {
        if (plain.isPresent()) {
            Object value = plain.get().evaluate(message);
            if (value != PlainExpression.Unsure.NOT_PLAIN) {
                return Truth.of(value);
            }
        }
        return library().holds(message);
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
