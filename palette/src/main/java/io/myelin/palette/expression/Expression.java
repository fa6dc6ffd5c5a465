package io.myelin.palette.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * A JSONata expression, as text that has been found to be one. Immutable, so that a settings record can hold it and any
 * number of components share it; each of them evaluates it through an {@link ExpressionEvaluator} of its own.
 */
public final class Expression {
    private final String text;
    private final Optional<PlainExpression> plain;

    private Expression(String text, Optional<PlainExpression> plain) {
        this.text = text;
        this.plain = plain;
    }

    /**
     * Reads an expression; throws IllegalArgumentException with a sentence that names the position in it and what was
     * expected there.
     */
    public static Expression parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an expression is missing; for the message itself write $");
        }
        compile(text);
        FunctionCalls.problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return new Expression(text, PlainExpression.recognise(text));
    }

    /** The expression as it was written. */
    public String text() {
        return text;
    }

    /** What evaluates it, for one component instance. */
    public ExpressionEvaluator evaluator() {
        return new ExpressionEvaluator(this, plain);
    }

    /** Makes a fresh library object, which must never be used by two threads at once. */
    static Jsonata compile(String text) {
        try {
            return Jsonata.jsonata(text);
        } catch (JException wrong) {
            throw new IllegalArgumentException(ExpressionError.inText(text, wrong), wrong);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "the regular expression /" + wrong.getPattern() + "/ in " + text + " is wrong at character "
                            + (wrong.getIndex() + 1) + " of it: " + wrong.getDescription(),
                    wrong);
        } catch (RuntimeException wrong) {
            // The library's parser runs off the end of some texts, such as an unfinished comment.
            throw new IllegalArgumentException(
                    "the expression " + text + " is not complete: it breaks off at character " + text.length()
                            + ", where something more is expected",
                    wrong);
        } catch (StackOverflowError wrong) {
            throw new IllegalArgumentException("the expression is nested too deeply", wrong);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && expression.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The expression as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
