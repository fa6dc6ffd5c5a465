package io.myelin.engine.watch.recording;

import io.myelin.engine.plan.RunPlan;
import java.util.function.Consumer;

/**
 * What is noted of a run while it is recorded: everything in the order in which it happens. Only whoever has the turn
 * writes here (the driver between steps, within one the component that makes it), so that no two threads ever do at once
 * and each sees what the one before wrote.
 */
final class Journal {
    private final EntryWriter entries;
    private final RunPlan plan;
    private final Consumer<String> notices;
    private long steps;
    private boolean open = true;

    Journal(EntryWriter entries, RunPlan plan, Consumer<String> notices) {
        this.entries = entries;
        this.plan = plan;
        this.notices = notices;
    }

    /** A step has been made. */
    void stepped() {
        steps++;
    }

    void delivered(int link, long sequence, Object message) {
        if (isOpen()) {
            entries.delivered(link, sequence, message);
        }
    }

    void call(int component, CallKind kind) {
        call(component, kind, 0, "", StoredMessage.NONE);
    }

    void call(int component, CallKind kind, long number) {
        call(component, kind, number, "", StoredMessage.NONE);
    }

    void text(int component, CallKind kind, long number, String text) {
        call(component, kind, number, plan.redact(text), StoredMessage.NONE);
    }

    void message(int component, CallKind kind, long number, String text, Object message) {
        call(component, kind, number, plan.redact(text), message);
    }

    private void call(int component, CallKind kind, long number, String text, Object message) {
        if (!isOpen()) {
            return;
        }
        if (!entries.call(component, kind, number, text, message)) {
            // From here on a replay would not have what this component sent.
            endHere("the component '" + plan.components().get(component).path() + "' sends messages of the class "
                    + message.getClass().getName()
                    + ", which can't be recorded (text, numbers, records and lists can)");
        }
    }

    /** Nothing of what comes is noted any more; {@code reason} is the beginning of the sentence that says so. */
    void endHere(String reason) {
        if (isOpen()) {
            open = false;
            entries.seal();
            notices.accept(reason + ": the recording ends here, and the run goes on");
        }
    }

    void event(EventKind kind, int component, long number, String text) {
        if (isOpen()) {
            entries.event(kind, steps, component, number, plan.redact(text));
        }
    }

    /** Brings what has been noted so far on its way into the file. */
    void seal() {
        entries.seal();
    }

    private boolean isOpen() {
        return open && entries.isOpen();
    }
}
