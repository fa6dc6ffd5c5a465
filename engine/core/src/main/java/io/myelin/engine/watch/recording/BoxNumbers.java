package io.myelin.engine.watch.recording;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.plan.PlannedComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers by which a recording names the boxes of a component: control and signal 0, data boxes from 1, those added as they come. */
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
                .collect(Collectors.toCollection(ArrayList::new));
    }

    int ofInbox(String name) {
        return of(inboxes, name);
    }

    int ofOutbox(String name) {
        return of(outboxes, name);
    }

    private static int of(List<String> names, String name) {
        int known = names.indexOf(name);
        if (known >= 0) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
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
