package io.myelin.app.editor.document;

import io.myelin.engine.graph.GraphEdit.RenameComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The components of a document that were added by hand and not left since: people have not had a chance yet to say what
 * they are to do. One is left when it was selected and is so no more. For the one thread of the document.
 */
final class NewComponents {
    private final Map<Place, Boolean> selected = new HashMap<>();
    private final Listeners<NewComponents> listeners = new Listeners<>();

    /** The component {@code id} of the graph at {@code path} has just been added. */
    void add(List<String> path, String id) {
        selected.put(new Place(path, id), false);
        listeners.tell(this);
    }

    /** The components {@code ids}, and no others, are selected in the graph at {@code path}. */
    void selected(List<String> path, Collection<String> ids) {
        boolean isLeft = selected.entrySet()
                .removeIf(entry -> entry.getKey().path().equals(path)
                        && entry.getValue()
                        && !ids.contains(entry.getKey().id()));
        selected.replaceAll((place, was) -> was || place.path().equals(path) && ids.contains(place.id()));
        if (isLeft) {
            listeners.tell(this);
        }
    }

    /** Components of the graph at {@code path} have other ids, one after the other: those that were new stay so. */
    void renamed(List<String> path, List<RenameComponent> renames) {
        boolean isNew = false;
        for (RenameComponent rename : renames) {
            Boolean was = selected.remove(new Place(path, rename.id()));
            if (was != null) {
                selected.put(new Place(path, rename.newId()), was);
                isNew = true;
            }
        }
        if (isNew) {
            listeners.tell(this);
        }
    }

    /** None is new any more. */
    void clear() {
        if (!selected.isEmpty()) {
            selected.clear();
            listeners.tell(this);
        }
    }

    boolean isEmpty() {
        return selected.isEmpty();
    }

    boolean contains(List<String> path, String id) {
        return selected.containsKey(new Place(path, id));
    }

    /** Tells {@code listener} when others are new than before. */
    Subscription onChange(Consumer<? super NewComponents> listener) {
        return listeners.add(listener);
    }

    private record Place(List<String> path, String id) {}
}
