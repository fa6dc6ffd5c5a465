package io.myelin.engine.graph.diff;

import java.util.function.Function;

/**
 * Something in the version that two others come from, and in these.
 *
 * @param base what both come from
 * @param ours the version that stands where there is a conflict
 * @param theirs the other
 */
record Versions<T>(T base, T ours, T theirs) {
    <R> Versions<R> map(Function<? super T, ? extends R> function) {
        return new Versions<>(function.apply(base), function.apply(ours), function.apply(theirs));
    }
}
