package io.myelin.app.editor.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which key does which action: each key one. What somebody chose comes before what is usual; of two who chose the same
 * the first in the order of actions has it. Immutable.
 */
final class KeyTable {
    private final Map<ActionKey, Action> byKey = new LinkedHashMap<>();
    private final Map<String, List<ActionKey>> byAction = new HashMap<>();
    private final List<KeyConflict> conflicts = new ArrayList<>();

    KeyTable(Collection<Action> actions, KeyBindings bindings) {
        for (Action action : actions) {
            bindings.chosen(action.id()).ifPresent(keys -> claim(action, keys));
        }
        for (Action action : actions) {
            if (bindings.chosen(action.id()).isEmpty()) {
                claim(action, action.keys());
            }
        }
    }

    private void claim(Action action, List<ActionKey> keys) {
        List<ActionKey> had = new ArrayList<>();
        for (ActionKey key : keys) {
            Action owner = byKey.putIfAbsent(key, action);
            if (owner == null) {
                had.add(key);
            } else if (!owner.equals(action)) {
                conflicts.add(new KeyConflict(key, owner, action));
            }
        }
        byAction.put(action.id(), List.copyOf(had));
    }

    List<ActionKey> keys(Action action) {
        return byAction.getOrDefault(action.id(), List.of());
    }

    Optional<Action> action(ActionKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Map<ActionKey, Action> all() {
        return byKey;
    }

    List<KeyConflict> conflicts() {
        return conflicts;
    }
}
