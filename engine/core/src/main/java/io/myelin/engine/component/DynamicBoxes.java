package io.myelin.engine.component;

import java.util.List;

/** A settings record from which further boxes come, as a router's outboxes come from its routes. */
public interface DynamicBoxes {
    /** Data inboxes besides the declared ones. */
    default List<BoxDeclaration> moreInboxes() {
        return List.of();
    }

    /** Data outboxes besides the declared ones. */
    default List<BoxDeclaration> moreOutboxes() {
        return List.of();
    }
}
