package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.run.TopologyElement.Link.Kind;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads all that a run consists of: its components and those that only links lead to, their boxes, what is between these,
 * and topics. For one reading, by whoever holds the locks under which these change.
 */
final class TopologyReader {
    private final Set<TopologyElement> topics = new LinkedHashSet<>();
    private final Set<TopologyElement> components = new LinkedHashSet<>();
    private final Set<TopologyElement> boxes = new LinkedHashSet<>();
    private final Set<TopologyElement> links = new LinkedHashSet<>();
    private final Set<RunningComponent> known;
    private final Deque<RunningComponent> open;

    private TopologyReader(Collection<RunningComponent> shown) {
        known = new LinkedHashSet<>(shown);
        open = new ArrayDeque<>(known);
    }

    /** All elements: topics, then components, boxes and links. */
    static Set<TopologyElement> read(Collection<RunningComponent> shown) {
        TopologyReader reader = new TopologyReader(shown);
        while (!reader.open.isEmpty()) {
            reader.add(reader.open.remove());
        }
        Set<TopologyElement> all = new LinkedHashSet<>(reader.topics);
        all.addAll(reader.components);
        all.addAll(reader.boxes);
        all.addAll(reader.links);
        return all;
    }

    /** What leads from {@code before} to {@code after}, both in the order of {@link #read}. */
    static TopologyChange between(Set<TopologyElement> before, Set<TopologyElement> after, boolean isWhole) {
        List<TopologyElement> removed =
                before.stream().filter(one -> !after.contains(one)).toList();
        List<TopologyElement> added =
                after.stream().filter(one -> !before.contains(one)).toList();
        return new TopologyChange(isWhole, removed.reversed(), added);
    }

    private void add(RunningComponent component) {
        PlannedComponent plan = component.plan;
        String path = component.path();
        components.add(new TopologyElement.Component(path, plan.type().id(), plan.execution()));
        for (WiredInbox inbox : component.boxes().dataInboxes()) {
            addBox(component, inbox.name(), true, plan.inboxes());
        }
        addBox(component, ComponentType.CONTROL.name(), true, List.of());
        for (WiredOutbox outbox : component.boxes().dataOutboxes()) {
            addBox(component, outbox.name(), false, plan.outboxes());
        }
        addBox(component, ComponentType.SIGNAL.name(), false, List.of());
        for (WiredInbox inbox : component.boxes().madeInboxes()) {
            inbox.linksInto().forEach(link -> reach(link.from().owner()));
            WiredInbox inner = inbox.passesTo();
            if (inner != null) {
                addLink(component, inbox.name(), inner.owner(), inner.name(), Kind.PASSED_IN);
            }
        }
        for (WiredOutbox outbox : component.boxes().madeOutboxes()) {
            for (WiredLink link : outbox.links()) {
                addLink(component, outbox.name(), link.to().owner(), link.to().name(), Kind.LINK);
            }
            WiredOutbox outer = outbox.passesTo();
            if (outer != null) {
                addLink(component, outbox.name(), outer.owner(), outer.name(), Kind.PASSED_OUT);
            }
        }
    }

    private void addBox(RunningComponent component, String name, boolean isInbox, List<BoxDeclaration> declared) {
        Optional<String> topic = declared.stream()
                .filter(box -> box.name().equals(name))
                .findFirst()
                .flatMap(BoxDeclaration::topic);
        if (!component.hasEnded()) {
            topic.ifPresent(one -> topics.add(new TopologyElement.Topic(one)));
        }
        boxes.add(new TopologyElement.Box(component.path(), name, isInbox, topic));
    }

    private void addLink(RunningComponent from, String box, BoxOwner to, String toBox, Kind kind) {
        reach(to);
        links.add(new TopologyElement.Link(from.path(), box, to.path(), toBox, kind));
    }

    private void reach(BoxOwner owner) {
        if (owner instanceof RunningComponent component && known.add(component)) {
            open.add(component);
        }
    }
}
