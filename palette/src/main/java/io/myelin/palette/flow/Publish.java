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

/** {@code flow.publish}: sends messages to all that subscribe to a topic. */
@ComponentInfo(
        id = "flow.publish",
        title = "Publish",
        summary = "Sends messages to all that subscribe to a topic, wherever they are in the run.",
        help = """
                Sends each message to every `flow.subscribe` with the same `topic`, in any graph of the same run, as \
                if a wire led there. What one component publishes arrives in order. A subscriber that is full holds \
                it back as a link would, unless that subscriber's inbox `topic` is set to drop. With nobody \
                subscribed, messages are dropped and counted.

                It finishes at the end of its input, and also when all that subscribe have ended. The topic goes on \
                for the other components that publish there, and comes to its end with the last of them. Topics belong \
                to one run: another run with the same names hears nothing.

                **Example:** alarms from many places, each published under `alarms`, and one subscriber that writes \
                them to a file.
                """,
        icon = "mdi2b-broadcast",
        inboxes = @Box(name = "inbox", help = "The messages to publish."),
        outboxes = {})
public final class Publish implements ReactiveComponent {
    private Outbox topic;

    /**
     * The settings.
     *
     * @param topic where to
     */
    public record Settings(
            @Setting(help = "The name of the topic.", example = "alarms")
            Topic topic) implements DynamicBoxes {
        @Override
        public List<BoxDeclaration> moreOutboxes() {
            return List.of(BoxDeclaration.ofTopic(Topic.BOX, topic.name(), "The messages, to all that subscribe."));
        }
    }

    /** Made by the engine. */
    public Publish(Settings settings) {}

    @Override
    public void onStart(ComponentContext context) {
        topic = context.outbox(Topic.BOX);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        topic.send(message);
    }
}
