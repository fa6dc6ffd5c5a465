package io.myelin.palette.source;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Source;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** {@code source.sequence}: sends integers. */
@ComponentInfo(
        id = "source.sequence",
        title = "Sequence",
        summary = "Sends integers from one to another, both ends included.",
        help = """
                Sends `from`, `from + step`, and so on, as far as `to` and no further: `to` itself is sent where a \
                step lands on it. A negative `step` counts down. Each number is made only when there is room for it, \
                so a sequence to a trillion costs no memory, and ends as soon as nobody takes any more.

                Where `to` lies behind `from` (in the direction of `step`) nothing is sent. A `step` of 0 is refused.

                **Example:** `from` 10, `to` 1, `step` -3 sends 10, 7, 4, 1.
                """,
        icon = "mdi2o-order-numeric-ascending",
        inboxes = {},
        outboxes = @Box(name = "outbox", types = MessageType.NUMBER, help = "The integers."))
public final class Sequence extends Source {
    private final Settings settings;

    /**
     * The settings.
     *
     * @param from the first integer
     * @param to the last integer
     * @param step what is added each time, not 0
     */
    public record Settings(
            @Setting(help = "The first integer.", defaultValue = "1")
            long from,

            @Setting(help = "The last integer; sent itself where a step lands on it.", example = "10")
            long to,

            @Setting(help = "What is added each time; negative to count down, never 0.", defaultValue = "1")
            long step) {
        /** Refuses a step of 0. */
        public Settings {
            if (step == 0) {
                throw new IllegalArgumentException("`step` is 0, so the sequence would stay at " + from
                        + " for ever: give a step above 0 to count up or below 0 to count down");
            }
        }
    }

    /** Made by the engine. */
    public Sequence(Settings settings) {
        this.settings = settings;
    }

    @Override
    protected Iterator<?> messages(ComponentContext context) {
        return new Integers(settings);
    }

    /** The integers of a sequence; never overflows, whatever the ends. */
    private static final class Integers implements Iterator<Long> {
        private final long to;
        private final long step;
        private long next;
        private boolean more;

        Integers(Settings settings) {
            this.to = settings.to();
            this.step = settings.step();
            this.next = settings.from();
            this.more = step > 0 ? next <= to : next >= to;
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Long next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            long current = next;
            next = current + step;
            boolean overflowed = step > 0 ? next < current : next > current;
            more = !overflowed && (step > 0 ? next <= to : next >= to);
            return current;
        }
    }
}
