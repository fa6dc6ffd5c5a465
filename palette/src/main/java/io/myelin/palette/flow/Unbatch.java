package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;

/** {@code flow.unbatch}: sends what is in lists one by one. */
@ComponentInfo(
        id = "flow.unbatch",
        title = "Unbatch",
        summary = "Takes lists apart and sends what is in them one by one.",
        help = """
                Sends the elements of each list, in their order, each as one message, as there is room for them. \
                Lists within a list stay lists; an empty list sends nothing. Anything but a list is an item for \
                `errors`.

                **Example:** `[1,[2,3]]` becomes the messages `1` and `[2,3]`.
                """,
        icon = "mdi2p-package-variant",
        inboxes = @Box(name = "inbox", types = MessageType.LIST, help = "The lists to take apart."),
        outboxes = {
            @Box(name = "outbox", help = "What was in the lists."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class Unbatch implements ReactiveComponent {
    private Outbox outbox;

    /** Made by the engine. */
    public Unbatch() {}

    @Override
    public void onStart(ComponentContext context) {
        outbox = context.outbox();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        outbox.sendAll(Expected.list(message).iterator());
    }
}
