package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.InboxLimit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The boxes of one owner, by name: {@code control} and {@code signal}, then the data boxes as declared. Immutable. */
final class Boxes {
    private final BoxOwner owner;
    private final Map<String, WiredInbox> inboxes = new LinkedHashMap<>();
    private final Map<String, WiredOutbox> outboxes = new LinkedHashMap<>();
    private final WiredInbox control;
    private final WiredOutbox signal;
    private final List<WiredInbox> dataInboxes;
    private final List<WiredOutbox> dataOutboxes;

    Boxes(
            BoxOwner owner,
            List<BoxDeclaration> inboxes,
            List<BoxDeclaration> outboxes,
            Function<String, InboxLimit> limits) {
        this.owner = owner;
        String controlName = ComponentType.CONTROL.name();
        control = new WiredInbox(owner, controlName, limits.apply(controlName), true);
        signal = new WiredOutbox(owner, ComponentType.SIGNAL.name());
        dataInboxes = inboxes.stream()
                .map(box -> new WiredInbox(owner, box.name(), limits.apply(box.name()), false))
                .toList();
        dataOutboxes =
                outboxes.stream().map(box -> new WiredOutbox(owner, box.name())).toList();
        dataInboxes.forEach(box -> this.inboxes.put(box.name(), box));
        dataOutboxes.forEach(box -> this.outboxes.put(box.name(), box));
        this.inboxes.put(control.name(), control);
        this.outboxes.put(signal.name(), signal);
    }

    /** The inbox {@code name}; throws IllegalArgumentException, naming those there are, where there is none. */
    WiredInbox inbox(String name) {
        WiredInbox box = inboxes.get(name);
        if (box == null) {
            throw new IllegalArgumentException("'" + owner.path() + "' has no inbox '" + name + "'"
                    + (outboxes.containsKey(name) ? " ('" + name + "' is an outbox)" : "") + "; its inboxes: "
                    + String.join(", ", inboxes.keySet()));
        }
        return box;
    }

    /** The outbox {@code name}; throws IllegalArgumentException, naming those there are, where there is none. */
    WiredOutbox outbox(String name) {
        WiredOutbox box = outboxes.get(name);
        if (box == null) {
            throw new IllegalArgumentException("'" + owner.path() + "' has no outbox '" + name + "'"
                    + (inboxes.containsKey(name) ? " ('" + name + "' is an inbox)" : "") + "; its outboxes: "
                    + String.join(", ", outboxes.keySet()));
        }
        return box;
    }

    boolean hasOutbox(String name) {
        return outboxes.containsKey(name);
    }

    WiredInbox control() {
        return control;
    }

    WiredOutbox signal() {
        return signal;
    }

    List<WiredInbox> dataInboxes() {
        return dataInboxes;
    }

    List<WiredOutbox> dataOutboxes() {
        return dataOutboxes;
    }

    /** Whether anything feeds the data inboxes; any thread. */
    boolean haveLinkedInbox() {
        return dataInboxes.stream().anyMatch(WiredInbox::isLinked);
    }

    /** Whether something is linked to the data outboxes, and all that is has closed; any thread. */
    boolean haveClosedOutboxesOnly() {
        boolean linked = false;
        for (WiredOutbox outbox : dataOutboxes) {
            if (outbox.isLinked()) {
                if (!outbox.isClosed()) {
                    return false;
                }
                linked = true;
            }
        }
        return linked;
    }

    Collection<WiredInbox> inboxes() {
        return inboxes.values();
    }

    Collection<WiredOutbox> outboxes() {
        return outboxes.values();
    }
}
