package io.myelin.engine.component;

import java.util.Optional;
import java.util.Set;

/**
 * One box of a type of component.
 *
 * @param name as links write it
 * @param types what it takes or gives; never empty
 * @param help one sentence
 * @param topic empty for a box that links name. Else the topic of a run that the box belongs to: the engine links every
 *     outbox of the topic to every inbox of it, whatever graphs of the run they are in, and links can't name the box
 */
public record BoxDeclaration(String name, Set<MessageType> types, String help, Optional<String> topic) {
    /** Copies {@code types}; an empty set becomes {@link MessageType#ANY}. */
    public BoxDeclaration {
        types = types.isEmpty() ? Set.of(MessageType.ANY) : Set.copyOf(types);
    }

    /** A box that links name. */
    public BoxDeclaration(String name, Set<MessageType> types, String help) {
        this(name, types, help, Optional.empty());
    }

    /** A box that belongs to {@code topic}; takes or gives anything. */
    public static BoxDeclaration ofTopic(String name, String topic, String help) {
        return new BoxDeclaration(name, Set.of(), help, Optional.of(topic));
    }

    /** Whether links can name it. */
    public boolean isLinkable() {
        return topic.isEmpty();
    }

    /** Whether a message from this outbox can be one that {@code inbox} takes. */
    public boolean fits(BoxDeclaration inbox) {
        return types.contains(MessageType.ANY)
                || inbox.types.contains(MessageType.ANY)
                || types.stream().anyMatch(inbox.types::contains);
    }
}
