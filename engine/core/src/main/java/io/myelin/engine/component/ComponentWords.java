package io.myelin.engine.component;

import java.util.Optional;

/**
 * What people read about components in a language other than the one in which these describe themselves. Keys begin with
 * the component's id: {@code flow.map.title}, {@code .summary}, {@code .help}, {@code .inbox.NAME} and {@code
 * .outbox.NAME} for the help of a box, {@code .setting.NAME} for that of a setting and {@code .setting.NAME.unit} for its
 * unit; a setting of a group comes after the group's own name. Safe from any thread.
 */
@FunctionalInterface
public interface ComponentWords {
    /** No words: components are read as they describe themselves. */
    ComponentWords NONE = _ -> Optional.empty();

    /** The text under {@code key}; empty where the component's own holds. */
    Optional<String> find(String key);
}
