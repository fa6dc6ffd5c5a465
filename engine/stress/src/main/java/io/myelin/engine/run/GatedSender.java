package io.myelin.engine.run;

import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.plan.RunPlan;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A sender that a test moves by hand, at a link with a gate: it sends one message as a component's driver does, and rests
 * where that is refused. Nobody runs it; it counts how often it was made ready.
 */
final class GatedSender implements BoxOwner {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final RunPlan EMPTY = new RunPlan("", HERE, List.of(), List.of());

    final ReadyCounter strand = new ReadyCounter();
    final RunningGraph run =
            new RunningGraph(EMPTY, RunOptions.with(new SilentConsole()), DeterministicScheduler.inOrder());
    final WiredInbox inbox = new WiredInbox(this, "inbox", InboxLimit.DEFAULT, false);
    private final WiredOutbox outbox = new WiredOutbox(this, "outbox");
    final WiredLink link = run.wiring().link(outbox, inbox, this);
    private final Object message = new RingOrderStress.Parcel(1);
    private Route target = outbox.routes()[0];

    /** Whether the gate lets messages through. */
    volatile boolean open;

    final WiredGate gate = new WiredGate(run, (refused, sequence) -> open);

    GatedSender() {
        run.wiring().gate(link, gate);
    }

    /** One turn: sends what it owes, as {@link HeldMessages} does, or rests; whether that is delivered. */
    boolean turn() {
        strand.markRunning();
        while (!target.offer(message)) {
            target = target.current();
            if (!target.awaitRoom()) {
                if (!strand.tryIdle()) {
                    strand.becameReady++;
                }
                return false;
            }
        }
        target.leaveQueue();
        return true;
    }

    /** Whether it is to have another turn. */
    boolean isReady() {
        return strand.becameReady > 0;
    }

    @Override
    public String path() {
        return "sender";
    }

    @Override
    public InboxLimit limit(String name) {
        return InboxLimit.DEFAULT;
    }

    @Override
    public Strand strand() {
        return strand;
    }

    @Override
    public void outOfBand(Object control) {
        throw new IllegalStateException("nobody sends to it");
    }

    @Override
    public void linksChanged() {
        // It looks at its link at each turn.
    }

    @Override
    public void hold(WiredOutbox from, Object owed, Route[] routes, int first) {
        throw new IllegalStateException("it is sent by hand");
    }

    @Override
    public boolean isReactive() {
        return true;
    }

    @Override
    public void holdAll(WiredOutbox from, Iterator<?> messages) {
        throw new IllegalStateException("it is sent by hand");
    }

    @Override
    public boolean isHolding() {
        return false;
    }

    @Override
    public void beforeSend(WiredOutbox from, Object next) {
        // Nothing holds it up.
    }

    @Override
    public Object receive(WiredInbox from) {
        throw new IllegalStateException("it only sends");
    }
}
