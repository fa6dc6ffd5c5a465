package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.InboxLimit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The boxes of one owner, by name: the data boxes as declared, those added since, and {@code control} and {@code signal}.
 * Boxes come and go one at a time; any thread may look, and sees all of them before or all of them after.
 */
final class Boxes {
    private final BoxOwner owner;
    private final WiredInbox control;
    private final WiredOutbox signal;
    private volatile Map<String, WiredInbox> inboxes;
    private volatile Map<String, WiredOutbox> outboxes;
    private volatile List<WiredInbox> dataInboxes;
    private volatile List<WiredOutbox> dataOutboxes;

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
        this.inboxes = inboxesByName(dataInboxes);
        this.outboxes = outboxesByName(dataOutboxes);
    }

    private Map<String, WiredInbox> inboxesByName(List<WiredInbox> data) {
        Map<String, WiredInbox> byName = new LinkedHashMap<>();
        data.forEach(box -> byName.put(box.name(), box));
        byName.put(control.name(), control);
        return byName;
    }

    private Map<String, WiredOutbox> outboxesByName(List<WiredOutbox> data) {
        Map<String, WiredOutbox> byName = new LinkedHashMap<>();
        data.forEach(box -> byName.put(box.name(), box));
        byName.put(signal.name(), signal);
        return byName;
    }

    // ---- Boxes come and go

    /** Adds a data inbox called {@code name}, or, where a box is called so, {@code name2}, {@code name3} and so on. */
    synchronized WiredInbox addInbox(String name, InboxLimit limit) {
        WiredInbox added = new WiredInbox(owner, freeName(name), limit, false);
        List<WiredInbox> data = new ArrayList<>(dataInboxes);
        data.add(added);
        inboxes = inboxesByName(data);
        dataInboxes = List.copyOf(data);
        return added;
    }

    /** Adds a data outbox, named as an inbox would be. */
    synchronized WiredOutbox addOutbox(String name) {
        WiredOutbox added = new WiredOutbox(owner, freeName(name));
        List<WiredOutbox> data = new ArrayList<>(dataOutboxes);
        data.add(added);
        outboxes = outboxesByName(data);
        dataOutboxes = List.copyOf(data);
        return added;
    }

    private String freeName(String wished) {
        String name = wished;
        for (int number = 2; inboxes.containsKey(name) || outboxes.containsKey(name); number++) {
            name = wished + number;
        }
        return name;
    }

    /** Takes away a data inbox; its links have gone before. Throws IllegalArgumentException for {@code control}. */
    synchronized void remove(WiredInbox box) {
        throwIfOutOfBand(box.equals(control), box.name());
        List<WiredInbox> data = new ArrayList<>(dataInboxes);
        data.remove(box);
        inboxes = inboxesByName(data);
        dataInboxes = List.copyOf(data);
    }

    /** Takes away a data outbox; its links have gone before. Throws IllegalArgumentException for {@code signal}. */
    synchronized void remove(WiredOutbox box) {
        throwIfOutOfBand(box.equals(signal), box.name());
        List<WiredOutbox> data = new ArrayList<>(dataOutboxes);
        data.remove(box);
        outboxes = outboxesByName(data);
        dataOutboxes = List.copyOf(data);
    }

    private void throwIfOutOfBand(boolean isOutOfBand, String name) {
        if (isOutOfBand) {
            throw new IllegalArgumentException("'" + owner.path() + "' can't do without its box '" + name + "'");
        }
    }

    // ---- Who is there

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
