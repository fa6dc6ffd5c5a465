package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.DynamicBoxes;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import java.util.List;

/** {@code flow.subscribe}: sends on what is published under a topic. */
@ComponentInfo(
        id = "flow.subscribe",
        title = "Subscribe",
        summary = "Sends on all that is published under a topic, from wherever in the run.",
        help = """
                Sends on every message that a `flow.publish` with the same `topic` publishes, in any graph of the same \
                run. Each subscriber gets all of them; those of one publisher come in order.

                What it has not sent on yet waits in its inbox `topic`. While that is full, all who publish there wait, \
                as for a link; give it another `capacity` or `overflow` under `inboxes` where it should drop instead. \
                It finishes when the last component that publishes under the topic has ended. Where nobody does, a \
                check warns of it.

                **Example:** a table of all `alarms`, without a wire from every place that raises one.
                """,
        icon = "mdi2a-antenna",
        inboxes = {},
        outboxes = @Box(name = "outbox", help = "What is published."))
public final class Subscribe implements ReactiveComponent {
    private Outbox outbox;

    /**
     * The settings.
     *
     * @param topic where from
     */
    public record Settings(
            @Setting(help = "The name of the topic.", example = "alarms")
            Topic topic) implements DynamicBoxes {
        @Override
        public List<BoxDeclaration> moreInboxes() {
            return List.of(BoxDeclaration.ofTopic(Topic.BOX, topic.name(), "What is published."));
        }
    }

    /** Made by the engine. */
    public Subscribe(Settings settings) {}

    @Override
    public void onStart(ComponentContext context) {
        outbox = context.outbox();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        outbox.send(message);
    }
}
