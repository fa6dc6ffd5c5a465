package io.myelin.engine.plan;

import io.myelin.engine.component.NearestName;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that links and passthroughs name boxes that are there, the right way round and once. */
final class LinkChecks {
    private final Scope scope;
    private final NearestNames nearestNames;

    /** Which end of a link, or which passthrough, is looked at. */
    private enum End {
        FROM(Phrase.FROM_INBOX),
        TO(Phrase.TO_OUTBOX),
        OWN_INBOX(Phrase.OWN_INBOX_TO_OUTBOX),
        OWN_OUTBOX(Phrase.OWN_OUTBOX_FROM_INBOX);

        private final Phrase wrongWay;

        End(Phrase wrongWay) {
            this.wrongWay = wrongWay;
        }

        boolean isInbox() {
            return this == TO || this == OWN_INBOX;
        }
    }

    private LinkChecks(Scope scope, NearestNames nearestNames) {
        this.scope = scope;
        this.nearestNames = nearestNames;
    }

    /** Tells every problem with the links and passthroughs of the graph of {@code scope}. */
    static void check(Scope scope, NearestNames nearestNames) {
        LinkChecks checks = new LinkChecks(scope, nearestNames);
        checks.checkLinks();
        Definition definition = scope.definition();
        definition
                .graph()
                .inboxes()
                .forEach((name, box) -> checks.checkBox(box, definition.at("inboxes", name), End.OWN_INBOX));
        definition
                .graph()
                .outboxes()
                .forEach((name, box) -> checks.checkBox(box, definition.at("outboxes", name), End.OWN_OUTBOX));
    }

    /** Whether both ends of {@code link} are there. */
    static boolean isSound(Scope scope, GraphLink link) {
        Scope.Node from = scope.nodes().get(link.from().component());
        Scope.Node to = scope.nodes().get(link.to().component());
        return from != null
                && to != null
                && (from.mayHaveMore() || from.outbox(link.from().box()).isPresent())
                && (to.mayHaveMore() || to.inbox(link.to().box()).isPresent());
    }

    private void checkLinks() {
        List<GraphLink> links = scope.definition().graph().links();
        Map<GraphLink, Integer> seen = new HashMap<>();
        for (int index = 0; index < links.size(); index++) {
            GraphLink link = links.get(index);
            String pointer = scope.definition().at("links", index);
            Integer first = seen.putIfAbsent(new GraphLink(link.from(), link.to()), index);
            if (first != null) {
                scope.source()
                        .error(
                                pointer,
                                Wording.of(
                                        Phrase.LINK_TWICE,
                                        link,
                                        scope.definition().at("links", first)));
            }
            checkBox(link.from(), JsonPointers.child(pointer, "from"), End.FROM);
            checkBox(link.to(), JsonPointers.child(pointer, "to"), End.TO);
        }
    }

    private void checkBox(BoxReference box, String pointer, End end) {
        Scope.Node node = scope.nodes().get(box.component());
        if (node == null) {
            Optional<String> nearest =
                    nearestNames.of(box.component(), scope.nodes().keySet());
            scope.source()
                    .error(
                            pointer,
                            Wording.of(Phrase.COMPONENT_UNKNOWN, box, box.component()),
                            nearest.map(id -> id + "." + box.box()));
            return;
        }
        boolean isThere = (end.isInbox() ? node.inbox(box.box()) : node.outbox(box.box())).isPresent();
        if (isThere || node.mayHaveMore()) {
            return;
        }
        boolean isWrongWay = (end.isInbox() ? node.outbox(box.box()) : node.inbox(box.box())).isPresent();
        if (isWrongWay) {
            scope.source().error(pointer, Wording.of(end.wrongWay, box));
            return;
        }
        List<String> names = end.isInbox() ? node.inboxes() : node.outboxes();
        scope.source()
                .error(
                        pointer,
                        Wording.of(
                                end.isInbox() ? Phrase.INBOX_UNKNOWN : Phrase.OUTBOX_UNKNOWN,
                                box,
                                box.component(),
                                box.box(),
                                NearestName.listed(names)),
                        nearestNames.of(box.box(), names).map(name -> box.component() + "." + name));
    }
}
