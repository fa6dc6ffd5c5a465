package io.myelin.palette.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSONata's {@code $boolean} for message values. */
final class Truth {
    private Truth() {}

    /** Whether {@code value} counts as true; null is no value, which does not. */
    static boolean of(@Nullable Object value) {
        return switch (value) {
            case Boolean bool -> bool;
            case String text -> !text.isEmpty();
            case Number number -> number.doubleValue() != 0;
            case Map<?, ?> fields -> !fields.isEmpty();
            case List<?> list -> list.stream().anyMatch(Truth::of);
            case null, default -> false;
        };
    }
}
