package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Durations;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code flow.sample}: passes some of the messages. */
@ComponentInfo(
        id = "flow.sample",
        title = "Sample",
        summary = "Passes one of so many messages, or the last one within a time.",
        help = """
                With a number, passes the first of every so many messages: with `every` 10 the 1st, the 11th, the \
                21st. With a duration, passes the last message that came within that time, counted from the first \
                one; where none came, nothing goes. The others are dropped on purpose.

                At the end of input the last message of a time under way still goes.

                **Example:** `every` `1s` keeps a chart of a fast source readable.
                """,
        icon = "mdi2f-filter-outline",
        inboxes = @Box(name = "inbox", help = "The messages of which some pass."),
        outboxes = @Box(name = "outbox", help = "Those that pass, as they came."))
public final class Sample implements ReactiveComponent {
    private final Object every;
    private ComponentContext context;
    private long sincePassed;
    private @Nullable Object last;

    /**
     * The settings.
     *
     * @param every a whole number from 1, or a duration as text
     */
    public record Settings(
            @Setting(
                    help = "A number (10: one of ten messages), or a duration (`1s`: the last one within a second).",
                    example = "10")
            Object every) {
        /** Refuses what is neither a number nor a duration. */
        public Settings {
            boolean number = every instanceof Long count && count >= 1;
            boolean duration =
                    every instanceof String text && Durations.parse(text).isPositive();
            if (!number && !duration) {
                throw new IllegalArgumentException(
                        "`every` takes a whole number from 1 up, such as 10, or a duration, such as \"1s\"");
            }
        }
    }

    /** Made by the engine. */
    public Sample(Settings settings) {
        this.every = settings.every() instanceof String text ? Durations.parse(text) : settings.every();
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        if (every instanceof Duration within) {
            if (last == null) {
                context.schedule(within, this::pass);
            }
            last = message;
            return;
        }
        if (sincePassed == 0) {
            context.outbox().send(message);
        }
        sincePassed++;
        if (every.equals(sincePassed)) {
            sincePassed = 0;
        }
    }

    private void pass() {
        Object message = last;
        last = null;
        if (message != null) {
            context.outbox().send(message);
        }
    }

    @Override
    public void onEnd() {
        pass();
    }
}
