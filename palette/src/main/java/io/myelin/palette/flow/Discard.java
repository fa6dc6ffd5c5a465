package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Sink;

/** {@code flow.discard}: takes everything and sends nothing. */
@ComponentInfo(
        id = "flow.discard",
        title = "Discard",
        summary = "Takes everything and sends nothing.",
        help = """
                Takes each message, whatever it is, and drops it; the count of its inbox shows how many came. It \
                finishes at the end of input. Use it where something has to be taken though nobody needs it, and to \
                measure how fast the rest of a graph is.

                **Example:** link the outbox `rejected` of a filter to it to say that those are left out on purpose.
                """,
        icon = "mdi2t-trash-can-outline",
        inboxes = @Box(name = "inbox", help = "The messages to drop."),
        outboxes = {})
public final class Discard extends Sink {
    /** Made by the engine. */
    public Discard() {}

    @Override
    protected void accept(Object message) {
        // Taken is all that it has to be.
    }
}
