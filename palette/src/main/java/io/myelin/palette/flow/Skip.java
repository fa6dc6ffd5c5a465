package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Filter;
import io.myelin.engine.component.Setting;

/** {@code flow.skip}: passes all but the first messages. */
@ComponentInfo(
        id = "flow.skip",
        title = "Skip",
        summary = "Leaves out the first messages and passes the others.",
        help = """
                Takes the first `count` messages and drops them, then passes all others as they are. Where fewer come \
                nothing passes; with `count` 0 all do.

                **Example:** `count` 1 leaves out the heading of a file's lines.
                """,
        icon = "mdi2s-skip-forward",
        inboxes = @Box(name = "inbox", help = "The messages of which the first are left out."),
        outboxes = @Box(name = "outbox", help = "All but the first messages, as they came."))
public final class Skip extends Filter {
    private long left;

    /**
     * The settings.
     *
     * @param count how many messages are left out
     */
    public record Settings(
            @Setting(help = "How many messages are left out.", unit = "messages", min = 0, example = "1")
            long count) {}

    /** Made by the engine. */
    public Skip(Settings settings) {
        this.left = settings.count();
    }

    @Override
    protected boolean passes(Object message) {
        if (left == 0) {
            return true;
        }
        left--;
        return false;
    }
}
