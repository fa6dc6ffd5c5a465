package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code flow.batch}: gathers messages into lists. */
@ComponentInfo(
        id = "flow.batch",
        title = "Batch",
        summary = "Gathers messages into lists.",
        help = """
                Gathers `size` messages, whatever they are, and sends them as one list, in the order in which they \
                came. With `within`, a list goes no later than that after its first message came, even if it is \
                shorter by then. What is left at the end of input goes as a shorter list; an empty list is never sent.

                On a hard stop what has been gathered is not sent. `flow.unbatch` takes lists apart again.

                **Example:** `size` 2 makes of 1, 2, 3 the lists `[1,2]` and `[3]`.
                """,
        icon = "mdi2p-package-variant-closed",
        inboxes = @Box(name = "inbox", help = "The messages to gather."),
        outboxes = @Box(name = "outbox", types = MessageType.LIST, help = "The lists."))
public final class Batch implements ReactiveComponent {
    private final Settings settings;
    private ComponentContext context;
    private List<Object> gathered = new ArrayList<>();
    private @Nullable Timer due;

    /**
     * The settings.
     *
     * @param size how many messages make a list
     * @param within how long the first message of a list waits at most
     */
    public record Settings(
            @Setting(
                    help = "How many messages make a list.",
                    unit = "messages",
                    min = 1,
                    max = Integer.MAX_VALUE,
                    example = "100")
            int size,

            @Setting(
                    help = "How long the first message of a list waits at most for the others; not given: for ever.",
                    example = "1s")
            Optional<Duration> within) {}

    /** Made by the engine. */
    public Batch(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        gathered.add(message);
        if (gathered.size() >= settings.size()) {
            send();
        } else if (gathered.size() == 1) {
            settings.within().ifPresent(within -> due = context.schedule(within, this::send));
        }
    }

    @Override
    public void onEnd() {
        send();
    }

    private void send() {
        if (due != null) {
            due.cancel();
            due = null;
        }
        if (!gathered.isEmpty()) {
            List<Object> list = List.copyOf(gathered);
            gathered = new ArrayList<>();
            context.outbox().send(list);
        }
    }
}
