package io.myelin.engine.run;

import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;

/** What runs in the place of a component that is muted or bypassed. */
final class StandIn {
    private StandIn() {}

    /** Takes in and drops, and counts what it drops. */
    static final class Muted implements ReactiveComponent {
        private final RunningComponent component;

        Muted(RunningComponent component) {
            this.component = component;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            component.skipped(1);
        }
    }

    /** Sends what comes in on its first inbox to its first outbox; drops and counts what comes in elsewhere. */
    static final class Bypassed implements ReactiveComponent {
        private final RunningComponent component;

        Bypassed(RunningComponent component) {
            this.component = component;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            Boxes boxes = component.boxes();
            if (inbox.name().equals("inbox") && boxes.hasOutbox("outbox")) {
                boxes.outbox("outbox").send(message);
            } else {
                component.skipped(1);
            }
        }
    }
}
