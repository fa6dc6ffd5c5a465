package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;

/** {@code flow.take}: passes the first messages, then finishes. */
@ComponentInfo(
        id = "flow.take",
        title = "Take",
        summary = "Passes the first messages, then finishes.",
        help = """
                Passes the first `count` messages as they are and finishes at once, and so ends what only fed it: a \
                source without end stops there. What already waits for it is shown as unread. With `count` 0 it \
                finishes before the first message. Fewer messages all pass.

                **Example:** behind a sequence from 1 to a trillion, `count` 3 passes 1, 2, 3, and the graph ends.
                """,
        icon = "mdi2p-page-first",
        inboxes = @Box(name = "inbox", help = "The messages of which the first pass."),
        outboxes = @Box(name = "outbox", help = "The first messages, as they came."))
public final class Take implements ReactiveComponent {
    private ComponentContext context;
    private long left;

    /**
     * The settings.
     *
     * @param count how many messages pass
     */
    public record Settings(
            @Setting(help = "How many messages pass.", unit = "messages", min = 0, example = "10")
            long count) {}

    /** Made by the engine. */
    public Take(Settings settings) {
        this.left = settings.count();
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
        if (left == 0) {
            context.finish();
        }
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        context.outbox().send(message);
        left--;
        if (left == 0) {
            context.finish();
        }
    }
}
