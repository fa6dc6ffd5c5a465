package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.plan.PlannedComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much the child process of a component may send: a window of messages for each outbox, of which it gets back what
 * has been delivered. The component's thread uses it.
 */
final class ProcessCredit {
    private final RunningComponent driver;
    private final int[] windows;
    private final int[] delivered;

    /** For the data outboxes of {@code driver}, and {@code signal} behind them. */
    ProcessCredit(RunningComponent driver) {
        this.driver = driver;
        windows = new int[driver.boxes().dataOutboxes().size() + 1];
        delivered = new int[windows.length];
    }

    /** A new child begins, with all of its windows: what each data outbox may send before any of it is delivered. */
    List<ProcessStart.Window> beginAnew(PlannedComponent plan) {
        Arrays.fill(delivered, 0);
        Arrays.fill(windows, ProcessEntry.WINDOW);
        List<ProcessStart.Window> made = new ArrayList<>();
        for (BoxDeclaration outbox : plan.outboxes()) {
            int window = windowOf(driver.boxes().outbox(outbox.name()));
            windows[made.size()] = window;
            made.add(new ProcessStart.Window(outbox.name(), window));
        }
        return made;
    }

    private static int windowOf(WiredOutbox outbox) {
        int least = ProcessEntry.WINDOW;
        for (Route route : outbox.routes()) {
            least = Math.min(least, route.inbox().capacity());
        }
        return ProcessEntry.window(least);
    }

    /** A message of that outbox has come; it is delivered when it has been sent on. */
    void delivered(int outbox) {
        delivered[outbox]++;
    }

    /** Gives back what is half of a window or more: the child can go on with the other half meanwhile. */
    void giveBack(ProcessSpeaker speaker) {
        boolean said = false;
        for (int index = 0; index < delivered.length; index++) {
            int count = delivered[index];
            if (count > 0 && count >= windows[index] >> 1) {
                int outbox = index;
                delivered[index] = 0;
                said = true;
                speaker.say(ProcessEntry.CREDIT, false, into -> {
                    into.writeNumber(outbox);
                    into.writeNumber(count);
                });
            }
        }
        if (said) {
            speaker.sendOff();
        }
    }
}
