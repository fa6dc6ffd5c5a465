package io.myelin.app.editor.action;

import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;

/** All actions of one window, in the order they were added. */
public final class ActionRegistry {
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private KeyBindings bindings = new KeyBindings();
    private Optional<KeyTable> table = Optional.empty();
    private final Listeners<ActionRegistry> additions = new Listeners<>();
    private final Listeners<ActionRegistry> refreshes = new Listeners<>();
    private final Listeners<Action> refusals = new Listeners<>();
    private boolean isGathering;

    /** Lets people's choice of keys hold from now on, as it is and as it becomes. */
    public void bind(KeyBindings chosen) {
        bindings = chosen;
        chosen.onChange(_ -> changed());
        changed();
    }

    /** The choice of keys that holds. */
    public KeyBindings bindings() {
        return bindings;
    }

    private void changed() {
        table = Optional.empty();
        additions.tell(this);
        refresh();
    }

    private KeyTable table() {
        KeyTable now = table.orElseGet(() -> new KeyTable(actions.values(), bindings));
        table = Optional.of(now);
        return now;
    }

    /** The keys that do {@code action}, the one to show first. */
    public List<ActionKey> keys(Action action) {
        return table().keys(action);
    }

    /** The first of {@link #keys} as people read it, or empty. */
    public String keyTitle(Action action) {
        return keys(action).stream().findFirst().map(ActionKey::title).orElse("");
    }

    /** The action that {@code key} does. */
    public Optional<Action> onKey(ActionKey key) {
        return table().action(key);
    }

    /** The keys that two actions lay claim to, as the choice of them stands. */
    public List<KeyConflict> keyConflicts() {
        return List.copyOf(table().conflicts());
    }

    /** Adds an action; throws IllegalArgumentException where its id or one of its usual keys is taken. */
    public void add(Action action) {
        if (actions.containsKey(action.id())) {
            throw new IllegalArgumentException("there are two actions '" + action.id() + "'");
        }
        for (ActionKey key : action.keys()) {
            actions.values().stream()
                    .filter(other -> other.keys().contains(key))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(
                                "the key " + key.title() + " is on both '" + other + "' and '" + action + "'");
                    });
        }
        actions.put(action.id(), action);
        table = Optional.empty();
        if (!isGathering) {
            additions.tell(this);
        }
    }

    /**
     * Gives what {@code adding} makes, which adds many actions: who listens is told once, at the end, for menus and tool
     * tips are made anew each time.
     */
    public <T> T together(Supplier<T> adding) {
        boolean isOuter = !isGathering;
        isGathering = true;
        try {
            return adding.get();
        } finally {
            if (isOuter) {
                isGathering = false;
                additions.tell(this);
            }
        }
    }

    /** All of them. */
    public Collection<Action> all() {
        return Collections.unmodifiableCollection(actions.values());
    }

    /** The action with this id. */
    public Optional<Action> find(String id) {
        return Optional.ofNullable(actions.get(id));
    }

    /** As {@link #run(Action)} the action {@code id}; throws IllegalArgumentException where there is none. */
    public void run(String id) {
        run(find(id).orElseThrow(() -> new IllegalArgumentException("there is no action '" + id + "'")));
    }

    /** Does {@code action} where it is enabled, else tells who listens for refusals. */
    public void run(Action action) {
        if (action.isEnabled()) {
            action.run();
        } else {
            refusals.tell(action);
        }
        refresh();
    }

    /** Tells {@code listener} of each action that was asked for while it can't be done. */
    public Subscription onRefusal(Consumer<? super Action> listener) {
        return refusals.add(listener);
    }

    /** The action on the key that {@code event} tells of. */
    public Optional<Action> onKey(KeyEvent event) {
        return table().all().entrySet().stream()
                .filter(entry -> entry.getKey().matches(event))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Says that what is enabled or checked may be another than before. */
    public void refresh() {
        refreshes.tell(this);
    }

    /** Tells {@code listener} after each {@link #refresh}. */
    public Subscription onRefresh(Consumer<? super ActionRegistry> listener) {
        return refreshes.add(listener);
    }

    /** Tells {@code listener} after each action added, and when actions have other keys. */
    public Subscription onAdd(Consumer<? super ActionRegistry> listener) {
        return additions.add(listener);
    }
}
