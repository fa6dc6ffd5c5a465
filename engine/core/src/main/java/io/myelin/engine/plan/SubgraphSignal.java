package io.myelin.engine.plan;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Speaks for a subgraph on its {@code signal}, where that is linked outside and not wired inside; the planner puts it at
 * the subgraph's own path. Once everything inside has ended it passes on the last failure of each that failed, then the
 * hard stop that came in on the subgraph's {@code control}, or else says that the subgraph has finished.
 */
@ComponentInfo(
        id = "subgraph.signal",
        title = "Subgraph",
        summary = "Says on a subgraph's signal how it has ended.",
        inboxes = {
            @Box(name = SubgraphSignal.INSIDE, help = "What everything inside says, up to its end."),
            @Box(name = SubgraphSignal.CONTROL, help = "What comes in on the subgraph's own control.")
        },
        outboxes = @Box(name = SubgraphSignal.STOP, help = "Its own hard stop."))
public final class SubgraphSignal implements ReactiveComponent {
    static final String INSIDE = "inside";
    static final String CONTROL = "subgraph-control";
    static final String STOP = "stop";

    private final Map<Object, Object> failures = new LinkedHashMap<>();
    private @Nullable Object stop;

    private ComponentContext context;

    /** Made by the engine. */
    public SubgraphSignal() {}

    @Override
    public void onStart(ComponentContext itsContext) {
        context = itsContext;
        if (!context.inbox(INSIDE).isLinked()) {
            context.finish();
        }
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        if (inbox.name().equals(CONTROL)) {
            received(message);
        } else if (Status.isFailed(message) && message instanceof DataRecord failure) {
            failures.put(failure.getOrDefault("component", ""), failure);
        }
    }

    private void received(Object message) {
        if (stop == null && Status.isStop(message)) {
            stop = message;
        }
    }

    @Override
    public void onInboxEnd(Inbox inbox) {
        if (!inbox.name().equals(INSIDE)) {
            return;
        }
        Inbox control = context.inbox(CONTROL);
        for (Object message = control.poll(); message != null; message = control.poll()) {
            received(message);
        }
        failures.values().forEach(context.outbox(ComponentType.SIGNAL.name())::send);
        Object passedOn = stop;
        if (passedOn == null) {
            context.finish();
        } else {
            // Back to its own control: stopped like that, it ends as any component does, and passes the stop on.
            context.outbox(STOP).send(passedOn);
        }
    }
}
