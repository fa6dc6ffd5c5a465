package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** {@code flow.delay}: passes messages later, in order. */
@ComponentInfo(
        id = "flow.delay",
        title = "Delay",
        summary = "Passes each message a while later, in order.",
        help = """
                Passes each message `by` later than it came, in the order in which they came; the time between \
                messages stays as it was. At the end of input it waits until the last one has gone. On a hard stop \
                the messages under way are dropped.

                At most 65,536 messages are under way; while there are so many, what feeds it has to wait.

                **Example:** `by` `500ms` makes an echo, half a second behind.
                """,
        icon = "mdi2t-timer-sand",
        inboxes = @Box(name = "inbox", help = "The messages to pass later."),
        outboxes = @Box(name = "outbox", help = "The same messages, later."))
public final class Delay implements ReactiveComponent {
    private static final int MOST_UNDER_WAY = 65_536;

    private final Duration by;
    private final Queue<Waiting> underWay = new ArrayDeque<>();
    private ComponentContext context;

    /**
     * The settings.
     *
     * @param by how much later
     */
    public record Settings(
            @Setting(help = "How much later each message goes.", example = "500ms")
            Duration by) {}

    private record Waiting(long due, Object message) {}

    /** Made by the engine. */
    public Delay(Settings settings) {
        this.by = settings.by();
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        underWay.add(new Waiting(context.nanoTime() + by.toNanos(), message));
        if (underWay.size() == 1) {
            context.schedule(by, this::sendDue);
        }
        if (underWay.size() >= MOST_UNDER_WAY) {
            inbox.hold();
        }
    }

    private void sendDue() {
        long now = context.nanoTime();
        Waiting head = underWay.peek();
        while (head != null && head.due() - now <= 0) {
            underWay.remove();
            context.outbox().send(head.message());
            head = underWay.peek();
        }
        if (head != null) {
            context.schedule(Duration.ofNanos(head.due() - now), this::sendDue);
        }
        if (underWay.size() < MOST_UNDER_WAY / 2) {
            context.inbox().resume();
        }
    }
}
