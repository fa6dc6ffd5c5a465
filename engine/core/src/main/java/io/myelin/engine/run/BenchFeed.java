package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.OutsideWork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test sends to one inbox on the bench: any thread adds to it, the feeder's own sends it on. */
final class BenchFeed {
    private List<Object> waiting = new ArrayList<>();
    private boolean ended;
    private @Nullable ComponentContext feeder;
    private @Nullable OutsideWork more;

    synchronized void send(Object message) {
        if (ended) {
            throw new IllegalStateException("this inbox has been ended already");
        }
        waiting.add(message);
        wakeFeeder();
    }

    synchronized void end() {
        ended = true;
        wakeFeeder();
    }

    private void wakeFeeder() {
        ComponentContext running = feeder;
        if (running != null) {
            running.execute(this::pump);
        }
    }

    synchronized void attach(ComponentContext context) {
        feeder = context;
        more = context.expect("messages from the test");
        pump();
    }

    private synchronized void pump() {
        if (feeder == null || more == null) {
            return;
        }
        List<Object> sent = waiting;
        waiting = new ArrayList<>();
        feeder.outbox().sendAll(sent.iterator());
        if (ended) {
            more.done();
        }
    }
}
