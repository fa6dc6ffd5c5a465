package io.myelin.palette.source;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import java.time.Duration;

/** {@code source.timer}: sends 1, 2, 3, … one a tick. */
@ComponentInfo(
        id = "source.timer",
        title = "Timer",
        summary = "Sends 1, 2, 3, … one a tick.",
        help = """
                Sends 1 after `every`, 2 after twice as long, and so on; with `count` it finishes after that many.

                Ticks keep to the beat of the start and don't drift. While what follows is full, the tick waits \
                there; beats missed meanwhile are not made up for, and the numbers have no gaps: it goes on with the \
                next number at the next beat.

                **Example:** `every` `250ms`, `count` 4 sends 1, 2, 3, 4 within a second and finishes.
                """,
        icon = "mdi2t-timer-outline",
        inboxes = {},
        outboxes = @Box(name = "outbox", types = MessageType.NUMBER, help = "The number of the tick, from 1."))
public final class TimerSource implements ReactiveComponent {
    private final Settings settings;

    /**
     * The settings.
     *
     * @param every the time from tick to tick, above 0
     * @param count how many ticks; 0: without end
     */
    public record Settings(
            @Setting(help = "The time from one tick to the next.", defaultValue = "1s", example = "250ms")
            Duration every,

            @Setting(help = "How many ticks; 0 goes on without end.", defaultValue = "0", unit = "ticks", min = 0)
            long count) {
        /** Refuses a time of 0. */
        public Settings {
            if (!every.isPositive()) {
                throw new IllegalArgumentException(
                        "`every` is 0: a timer needs some time between its ticks, such as 1s");
            }
        }
    }

    /** Made by the engine. */
    public TimerSource(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onStart(ComponentContext context) {
        new Ticks(context, settings).await();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new IllegalStateException("a timer has no data inbox");
    }

    /** The beat of one timer. */
    private static final class Ticks {
        private final ComponentContext context;
        private final long count;
        private final long every;
        private final long start;
        private long beat;
        private long sent;

        Ticks(ComponentContext context, Settings settings) {
            this.context = context;
            this.count = settings.count();
            this.every = settings.every().toNanos();
            this.start = context.nanoTime();
        }

        /** Waits for the first beat that is still to come. */
        void await() {
            long elapsed = context.nanoTime() - start;
            beat = Math.max(beat, elapsed / every) + 1;
            context.schedule(Duration.ofNanos(beat * every - elapsed), this::tick);
        }

        private void tick() {
            sent++;
            context.outbox().send(sent);
            if (sent != count) {
                // Comes once the tick has been delivered, however long that took.
                context.schedule(Duration.ZERO, this::await);
            }
        }
    }
}
