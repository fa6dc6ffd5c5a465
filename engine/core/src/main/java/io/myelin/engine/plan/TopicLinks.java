package io.myelin.engine.plan;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.NearestName;
import io.myelin.engine.graph.Problem.Severity;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links every outbox of a topic to every inbox of it, whatever graphs of the run they stand in. These are links like any
 * others: a topic costs a message nothing more, order and back-pressure are theirs, and an inbox of a topic comes to its
 * end when the last component that publishes there has ended.
 */
final class TopicLinks {
    /** The most links that one topic may come to; so they cannot grow beyond all bounds. */
    static final long MAX_LINKS = 1_000_000;

    private final Map<String, List<Member>> publishers = new LinkedHashMap<>();
    private final Map<String, List<Member>> subscribers = new LinkedHashMap<>();
    private boolean allKnown = true;

    /** One box of a topic. */
    private record Member(Scope scope, String id, String path, String box) {
        void warn(Wording message, Optional<String> nearest) {
            scope.source().report(Severity.WARNING, pointer(), message, nearest);
        }

        void error(String message) {
            scope.source().error(pointer(), message);
        }

        private String pointer() {
            return scope.definition().at("components", id);
        }
    }

    private TopicLinks() {}

    /** The links of all topics in {@code scopes}; what nobody publishes is told to the scopes' sources. */
    static List<PlannedLink> of(Collection<Scope> scopes) {
        TopicLinks topics = new TopicLinks();
        scopes.forEach(topics::gather);
        List<PlannedLink> links = new ArrayList<>();
        topics.subscribers.forEach((topic, to) -> topics.link(topic, to, links));
        return links;
    }

    private void gather(Scope scope) {
        scope.nodes().forEach((id, node) -> {
            allKnown &= !node.mayHaveMore();
            if (node instanceof Scope.Leaf leaf && leaf.planned().isPresent()) {
                PlannedComponent component = leaf.planned().get();
                component.outboxes().forEach(box -> gather(scope, id, component, box, publishers));
                component.inboxes().forEach(box -> gather(scope, id, component, box, subscribers));
            }
        });
    }

    private static void gather(
            Scope scope, String id, PlannedComponent component, BoxDeclaration box, Map<String, List<Member>> members) {
        box.topic()
                .ifPresent(topic -> members.computeIfAbsent(topic, _ -> new ArrayList<>())
                        .add(new Member(scope, id, component.path(), box.name())));
    }

    private void link(String topic, List<Member> to, List<PlannedLink> links) {
        List<Member> from = publishers.getOrDefault(topic, List.of());
        if (from.isEmpty() && allKnown) {
            to.forEach(subscriber -> subscriber.warn(
                    Wording.of(Phrase.TOPIC_UNPUBLISHED, topic, subscriber.id()),
                    NearestName.of(topic, publishers.keySet())));
        }
        if ((long) from.size() * to.size() > MAX_LINKS) {
            to.getFirst()
                    .error("the topic \"" + topic + "\" has " + from.size() + " that publish and " + to.size()
                            + " that subscribe, more than can be linked each to each; gather what they publish, or hand"
                            + " on what they get, by one component");
            return;
        }
        for (Member publisher : from) {
            for (Member subscriber : to) {
                links.add(new PlannedLink(
                        publisher.path(), publisher.box(), subscriber.path(), subscriber.box(), List.of()));
            }
        }
    }
}
