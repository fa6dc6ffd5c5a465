package io.myelin.palette.expression;

import com.dashjoin.jsonata.Jsonata;
import io.myelin.engine.component.ItemException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The library at work on one expression, held to bounds of time, depth and size. Used by one thread at a time; made when
 * first needed, since most expressions are plain.
 */
final class BoundedJsonata {
    private final String text;
    private final Jsonata library;
    private final EvaluationBounds bounds = new EvaluationBounds();

    BoundedJsonata(String text) {
        this.text = text;
        library = Expression.compile(text);
        // Messages are immutable and known to be good: looking at them all again, or writing to them, is not wanted.
        library.setValidateInput(false);
        library.setOutputConvertNulls(false);
        bounds.applyTo(library);
        GuardedFunctions.register(library, bounds);
    }

    /** The value for {@code message}, as a message value; empty where there is none. */
    Optional<Object> evaluate(Object message) {
        try {
            Object value = run(message, Map.of());
            return value == null ? Optional.empty() : Optional.of(LibraryValues.toMessage(value));
        } catch (UnfitValueException unfit) {
            throw new ItemException("the expression " + text + " " + unfit.getMessage(), unfit);
        }
    }

    /** Whether the value for {@code message} is true by {@code $boolean}, where {@code variables} have these values. */
    boolean holds(Object message, Map<String, ?> variables) {
        return Jsonata.boolize(run(message, variables));
    }

    private @Nullable Object run(Object message, Map<String, ?> variables) {
        bounds.start();
        try {
            // A frame of its own for each evaluation, so that variables do not outlive the message.
            Jsonata.Frame frame = library.createFrame();
            variables.forEach((name, value) -> frame.bind(name, LibraryValues.toLibrary(value)));
            return library.evaluate(LibraryValues.toLibrary(message), frame);
        } catch (StackOverflowError | OutOfMemoryError tooMuch) {
            throw new ItemException(
                    "the expression " + text + " "
                            + (tooMuch instanceof StackOverflowError
                                    ? EvaluationBounds.TOO_DEEP
                                    : "needs more memory than there is"),
                    tooMuch);
        } catch (RuntimeException | Error wrong) {
            throw new ItemException(
                    bounds.broken()
                            .map(bound -> "the expression " + text + " " + bound)
                            .orElseGet(() -> ExpressionError.inEvaluation(text, wrong)),
                    wrong);
        }
    }
}
