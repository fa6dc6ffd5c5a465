package io.myelin.engine.component;

import java.util.Set;

/**
 * One box of a type of component.
 *
 * @param name as links write it
 * @param types what it takes or gives; never empty
 * @param help one sentence
 */
public record BoxDeclaration(String name, Set<MessageType> types, String help) {
    /** Copies {@code types}; an empty set becomes {@link MessageType#ANY}. */
    public BoxDeclaration {
        types = types.isEmpty() ? Set.of(MessageType.ANY) : Set.copyOf(types);
    }

    /** Whether a message from this outbox can be one that {@code inbox} takes. */
    public boolean fits(BoxDeclaration inbox) {
        return types.contains(MessageType.ANY)
                || inbox.types.contains(MessageType.ANY)
                || types.stream().anyMatch(inbox.types::contains);
    }
}
