package io.myelin.palette.data;

import io.myelin.engine.component.ItemException;
import io.myelin.engine.message.JsonNull;
import io.myelin.palette.Expected;

/** One figure of one group while it grows. */
sealed interface Figure {
    /** Throws ItemException for a value that does not fit; changes nothing. */
    void check(Object value);

    /** Takes in one value that has been checked. */
    void add(Object value);

    /** The figure as it stands. */
    Object value();

    /** An empty figure of this kind. */
    static Figure of(Aggregation.Kind kind) {
        return switch (kind) {
            case COUNT -> new Counting();
            case SUM -> new Adding();
            case MEAN -> new Averaging();
            case MIN -> new Extreme(-1);
            case MAX -> new Extreme(1);
        };
    }

    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw Expected.instead("a number", value);
    }

    /** How many. */
    final class Counting implements Figure {
        private long count;

        @Override
        public void check(Object value) {}

        @Override
        public void add(Object value) {
            count++;
        }

        @Override
        public Object value() {
            return count;
        }
    }

    /** Added up. */
    final class Adding implements Figure {
        private final Sum sum = new Sum();

        @Override
        public void check(Object value) {
            Sum.check(number(value));
        }

        @Override
        public void add(Object value) {
            sum.add(number(value));
        }

        @Override
        public Object value() {
            return sum.value();
        }
    }

    /** The mean; null without values. */
    final class Averaging implements Figure {
        private final Sum sum = new Sum();
        private long count;

        @Override
        public void check(Object value) {
            Sum.check(number(value));
        }

        @Override
        public void add(Object value) {
            sum.add(number(value));
            count++;
        }

        @Override
        public Object value() {
            return count == 0 ? JsonNull.NULL : Numbers.mean(sum.value(), count);
        }
    }

    /** The least or greatest of numbers, or of texts; the first of equal ones; null without values. */
    final class Extreme implements Figure {
        private final int sign;
        private Object best = JsonNull.NULL;

        private Extreme(int sign) {
            this.sign = sign;
        }

        @Override
        public void check(Object value) {
            if (!(value instanceof Number) && !(value instanceof String)) {
                throw Expected.instead("a number or a text", value);
            }
            if (best != JsonNull.NULL && value instanceof Number != best instanceof Number) {
                throw new ItemException(
                        Expected.describe(value) + " can't be compared with " + Expected.describe(best));
            }
        }

        @Override
        public void add(Object value) {
            if (best == JsonNull.NULL || compare(value, best) * sign > 0) {
                best = value;
            }
        }

        private static int compare(Object value, Object best) {
            if (value instanceof Number one && best instanceof Number other) {
                return Numbers.compare(one, other);
            }
            return CodePointOrder.ASCENDING.compare((String) value, (String) best);
        }

        @Override
        public Object value() {
            return best;
        }
    }
}
