package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;

/** {@code flow.gate}: passes messages while it is open. */
@ComponentInfo(
        id = "flow.gate",
        title = "Gate",
        summary = "Passes messages while it is open; `true` and `false` on `open` open and close it.",
        help = """
                Passes messages as they are while it is open, and leaves them waiting while it is closed, so that \
                what feeds it has to wait too and nothing is lost. It is open at first; `true` on `open` opens it, \
                `false` closes it, and anything else there is an item for `errors`.

                It finishes at the end of its input, and also when it is closed and nobody is left to open it: what \
                still waits is then shown as unread.

                **Example:** a condition on a gauge, linked to `open`, holds the flow back while a tank is full.
                """,
        icon = "mdi2g-gate",
        inboxes = {
            @Box(name = "inbox", help = "The messages to pass."),
            @Box(name = "open", types = MessageType.BOOLEAN, help = "`true` opens the gate, `false` closes it.")
        },
        outboxes = {
            @Box(name = "outbox", help = "The same messages, while the gate is open."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class Gate implements ReactiveComponent {
    private static final String OPEN = "open";

    private ComponentContext context;
    private boolean open = true;

    /** Made by the engine. */
    public Gate() {}

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        if (!inbox.name().equals(OPEN)) {
            context.outbox().send(message);
            return;
        }
        if (!(message instanceof Boolean opens)) {
            throw Expected.instead("true or false", message);
        }
        open = opens;
        if (open) {
            context.inbox().resume();
        } else {
            context.inbox().hold();
        }
    }

    @Override
    public void onInboxEnd(Inbox inbox) {
        if (!inbox.name().equals(OPEN) || !open) {
            context.finish();
        }
    }
}
