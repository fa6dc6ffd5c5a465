package io.myelin.app.editor.palette;

import io.myelin.app.editor.family.ComponentFamily;
import io.myelin.app.editor.family.ComponentSearch;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds components by what is said of them. */
final class PaletteSearch {
    private static final Texts TEXTS = Texts.of(PaletteSearch.class);

    private PaletteSearch() {}

    /** All components under their families for an empty query, else those that {@code query} finds, best first. */
    static List<PaletteRow> find(ComponentCatalog catalog, String query) {
        return query.isBlank() ? families(catalog) : matches(catalog, query);
    }

    /** The graphs of {@code library} under a heading for an empty query, else those that {@code query} finds. */
    static List<PaletteRow> ownGraphs(List<LibraryGraph> library, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        List<PaletteRow> rows = new ArrayList<>();
        if (wanted.isEmpty() && !library.isEmpty()) {
            rows.add(new PaletteRow.Family(TEXTS.get("own")));
        }
        library.stream()
                .filter(graph -> wanted.isEmpty() || graph.says(List.of(wanted.split("\\s+"))))
                .forEach(graph -> rows.add(new PaletteRow.OwnGraph(graph)));
        return rows;
    }

    private static List<PaletteRow> families(ComponentCatalog catalog) {
        Map<String, List<ComponentType>> byFamily = new LinkedHashMap<>();
        catalog.types().stream()
                .sorted(Comparator.comparingInt((ComponentType type) ->
                                ComponentFamily.of(type.family()).rank())
                        .thenComparing(ComponentType::family)
                        .thenComparing(ComponentType::title))
                .forEach(type -> byFamily.computeIfAbsent(type.family(), _ -> new ArrayList<>())
                        .add(type));
        List<PaletteRow> rows = new ArrayList<>();
        byFamily.forEach((family, types) -> {
            rows.add(new PaletteRow.Family(family));
            types.forEach(type -> rows.add(new PaletteRow.Component(type)));
        });
        return rows;
    }

    private static List<PaletteRow> matches(ComponentCatalog catalog, String query) {
        return ComponentSearch.find(catalog.types(), query, Comparator.comparing(ComponentType::title)).stream()
                .map(type -> (PaletteRow) new PaletteRow.Component(type))
                .toList();
    }
}
