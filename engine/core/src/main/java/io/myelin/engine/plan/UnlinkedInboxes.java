package io.myelin.engine.plan;

import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.HashSet;
import java.util.Set;

/** Warns of inboxes that nothing is linked to: what waits on them waits for ever. */
final class UnlinkedInboxes {
    private UnlinkedInboxes() {}

    /** Tells of each in the graph of {@code scope} that is neither a link's end nor open to the outside. */
    static void warn(Scope scope) {
        if (scope.isBypassed() || scope.state() == ComponentState.MUTED) {
            return;
        }
        Graph graph = scope.definition().graph();
        Set<BoxReference> fed = new HashSet<>(graph.inboxes().values());
        Set<BoxReference> muted = new HashSet<>();
        graph.links().forEach(link -> (link.muted() ? muted : fed).add(link.to()));
        scope.nodes().forEach((id, node) -> {
            for (String inbox : node.inboxes()) {
                boolean isControl = inbox.equals(ComponentType.CONTROL.name());
                BoxReference box = new BoxReference(id, inbox);
                if (!isControl && !fed.contains(box)) {
                    Phrase phrase = muted.contains(box) ? Phrase.INBOX_MUTED : Phrase.INBOX_UNLINKED;
                    scope.source().warning(scope.definition().at("components", id), Wording.of(phrase, inbox, id));
                }
            }
        });
    }
}
