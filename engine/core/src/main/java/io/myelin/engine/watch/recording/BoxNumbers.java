package io.myelin.engine.watch.recording;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.plan.PlannedComponent;
import java.util.List;
import java.util.stream.Stream;

/** The numbers by which a recording names the boxes of a component: control and signal 0, data boxes from 1. */
final class BoxNumbers {
    private final List<String> inboxes;
    private final List<String> outboxes;

    BoxNumbers(PlannedComponent component) {
        inboxes = names(ComponentType.CONTROL, component.inboxes());
        outboxes = names(ComponentType.SIGNAL, component.outboxes());
    }

    private static List<String> names(BoxDeclaration first, List<BoxDeclaration> data) {
        return Stream.concat(Stream.of(first), data.stream())
                .map(BoxDeclaration::name)
                .toList();
    }

    int ofInbox(String name) {
        return inboxes.indexOf(name);
    }

    int ofOutbox(String name) {
        return outboxes.indexOf(name);
    }

    String inbox(long number) {
        return at(inboxes, number);
    }

    String outbox(long number) {
        return at(outboxes, number);
    }

    private static String at(List<String> names, long number) {
        if (number < 0 || number >= names.size()) {
            throw new BrokenRecordingException("it names a box that the component does not have");
        }
        return names.get((int) number);
    }
}
