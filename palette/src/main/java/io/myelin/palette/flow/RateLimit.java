package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import java.time.Duration;

/** {@code flow.rate-limit}: passes messages no faster than allowed. */
@ComponentInfo(
        id = "flow.rate-limit",
        title = "Rate limit",
        summary = "Passes messages no faster than allowed, and loses none.",
        help = """
                Passes messages as they are and in order, at most `messages` of them in any stretch of time as long \
                as `per`. Within that they go as they come, so a few go at once and the next ones wait. Nothing is \
                lost: while it waits it takes nothing more, and what feeds it has to wait too.

                At the end of input it passes all that came before it finishes.

                **Example:** `messages` 2, `per` `1s` keeps the requests to a server at two a second.
                """,
        icon = "mdi2s-speedometer-slow",
        inboxes = @Box(name = "inbox", help = "The messages to pass."),
        outboxes = @Box(name = "outbox", help = "The same messages, no faster than allowed."))
public final class RateLimit implements ReactiveComponent {
    private final long per;
    /** When the last messages went, in a ring: the one at {@code next} is the oldest once all are used. */
    private final long[] sentAt;

    private ComponentContext context;
    private int next;
    private boolean full;

    /**
     * The settings.
     *
     * @param messages how many at the most
     * @param per in how long a time
     */
    public record Settings(
            @Setting(
                    help = "How many messages may pass in the time `per`.",
                    unit = "messages",
                    min = 1,
                    max = 1_000_000,
                    example = "10")
            int messages,

            @Setting(help = "The time in which so many may pass.", defaultValue = "1s")
            Duration per) {}

    /** Made by the engine. */
    public RateLimit(Settings settings) {
        this.per = settings.per().toNanos();
        this.sentAt = new long[settings.messages()];
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        long wait = full ? sentAt[next] + per - context.nanoTime() : 0;
        if (wait <= 0) {
            send(message);
            return;
        }
        inbox.hold();
        context.schedule(Duration.ofNanos(wait), () -> {
            send(message);
            inbox.resume();
        });
    }

    private void send(Object message) {
        sentAt[next] = context.nanoTime();
        next++;
        if (next == sentAt.length) {
            next = 0;
            full = true;
        }
        context.outbox().send(message);
    }
}
