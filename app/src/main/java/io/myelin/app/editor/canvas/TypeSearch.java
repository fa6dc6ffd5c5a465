package io.myelin.app.editor.canvas;

import io.myelin.app.editor.family.ComponentSearch;
import io.myelin.engine.component.ComponentType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds types of component for adding one: of those that fit as well, the ones that were added last come first. */
final class TypeSearch {
    private TypeSearch() {}

    /** Those of {@code types} that are {@code wanted}; {@code recent} has the ids of those added last, the last first. */
    static List<ComponentType> find(
            Collection<ComponentType> types, Predicate<ComponentType> wanted, List<String> recent, String query) {
        List<ComponentType> possible = types.stream().filter(wanted).toList();
        return ComponentSearch.find(
                possible,
                query,
                Comparator.comparingInt((ComponentType type) -> rank(type, recent))
                        .thenComparing(ComponentType::title));
    }

    private static int rank(ComponentType type, List<String> recent) {
        int index = recent.indexOf(type.id());
        return index < 0 ? recent.size() : index;
    }
}
