package io.myelin.palette.source;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Source;
import java.util.Iterator;
import java.util.List;

/** {@code source.values}: sends the values of its settings. */
@ComponentInfo(
        id = "source.values",
        title = "Values",
        summary = "Sends each of a list of values, then finishes.",
        help = """
                Sends the values in the order given, each as one message, and then finishes. A value may be anything \
                that JSON can write: text, a number, `true` or `false`, `null`, a list, a record. Numbers keep the \
                way they are written (`1.50` stays `1.50`).

                An empty list sends nothing and finishes at once. A list within the list is one message; put \
                `flow.unbatch` behind it for its parts.

                **Example:** `["red", "green", {"name": "blue", "share": 0.5}]` sends three messages.
                """,
        icon = "mdi2f-format-list-bulleted",
        inboxes = {},
        outboxes = @Box(name = "outbox", help = "The values, one by one."))
public final class Values extends Source {
    private final List<Object> values;

    /**
     * The settings.
     *
     * @param values what to send
     */
    public record Settings(
            @Setting(help = "The values to send, in this order.", example = "[1, 2, 3]")
            List<Object> values) {}

    /** Made by the engine. */
    public Values(Settings settings) {
        this.values = settings.values();
    }

    @Override
    protected Iterator<?> messages(ComponentContext context) {
        return values.iterator();
    }
}
