package io.myelin.bench.savina;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Outbox;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Numbered outboxes, for components that choose whom they send to. */
final class Boxes {
    private Boxes() {}

    /** The outbox with this number. */
    static String to(int number) {
        return "to" + number;
    }

    /** So many of them. */
    static List<BoxDeclaration> outboxes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new BoxDeclaration(to(number), Set.of(), "To one of them."))
                .toList();
    }

    /** So many of them, at work. */
    static Outbox[] outboxes(ComponentContext context, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> context.outbox(to(number)))
                .toArray(Outbox[]::new);
    }
}
