package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says in sentences who waits for what, when nothing in a run can move any more. */
final class StallReport {
    private StallReport() {}

    static List<String> of(Collection<RunningComponent> components, Wiring wiring) {
        List<String> sentences = new ArrayList<>();
        for (RunningComponent component : components) {
            if (!component.hasEnded()) {
                sentences.add(sentence(component, wiring));
            }
        }
        return sentences;
    }

    private static String sentence(RunningComponent component, Wiring wiring) {
        String path = "'" + component.path() + "'";
        WiredInbox full = component.held.waitsFor();
        if (full != null) {
            return path + " waits for room in the inbox " + full + ", which holds " + full.size() + " of "
                    + full.capacity() + " messages.";
        }
        List<WiredInbox> inboxes = component.boxes.dataInboxes();
        List<WiredInbox> open = inboxes.stream()
                .filter(inbox -> inbox.isLinked() && !inbox.isAtEnd())
                .toList();
        if (open.isEmpty()) {
            return inboxes.stream().anyMatch(inbox -> !inbox.isLinked())
                    ? path + " waits for messages, but nothing is linked to its "
                            + inboxes.stream()
                                    .filter(inbox -> !inbox.isLinked())
                                    .map(WiredInbox::name)
                                    .collect(Collectors.joining(", "))
                            + ": it can never end."
                    : path + " waits, though all its inboxes are at their end.";
        }
        return path + " waits for a message on "
                + open.stream().map(inbox -> from(inbox, wiring)).collect(Collectors.joining(" or on ")) + ".";
    }

    private static String from(WiredInbox inbox, Wiring wiring) {
        return inbox.name() + " from "
                + wiring.sendersTo(inbox).stream()
                        .map(WiredOutbox::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
