package io.myelin.app.editor.palette;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds components by what is said of them. */
final class PaletteSearch {
    /** The order in which people meet the families; others follow by name. */
    private static final List<String> ORDER = List.of(
            "source", "file", "console", "text", "csv", "json", "data", "flow", "http", "tcp", "sql", "process",
            "script", "view");

    private static final int NONE = Integer.MAX_VALUE;

    private PaletteSearch() {}

    /** All components under their families for an empty query, else those that {@code query} finds, best first. */
    static List<PaletteRow> find(ComponentCatalog catalog, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() ? families(catalog) : matches(catalog, List.of(wanted.split("\\s+")));
    }

    /** The graphs of {@code library} under a heading for an empty query, else those that {@code query} finds. */
    static List<PaletteRow> ownGraphs(List<LibraryGraph> library, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        List<PaletteRow> rows = new ArrayList<>();
        if (wanted.isEmpty() && !library.isEmpty()) {
            rows.add(new PaletteRow.Family("My graphs"));
        }
        library.stream()
                .filter(graph -> wanted.isEmpty() || graph.says(List.of(wanted.split("\\s+"))))
                .forEach(graph -> rows.add(new PaletteRow.OwnGraph(graph)));
        return rows;
    }

    private static List<PaletteRow> families(ComponentCatalog catalog) {
        Map<String, List<ComponentType>> byFamily = new LinkedHashMap<>();
        catalog.types().stream()
                .sorted(Comparator.comparingInt((ComponentType type) -> rank(type.family()))
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

    private static int rank(String family) {
        int index = ORDER.indexOf(family);
        return index < 0 ? ORDER.size() : index;
    }

    private static List<PaletteRow> matches(ComponentCatalog catalog, List<String> words) {
        return catalog.types().stream()
                .map(type -> new Match(type, rank(type, words)))
                .filter(match -> match.rank() < NONE)
                .sorted(Comparator.comparingInt(Match::rank)
                        .thenComparing(match -> match.type().title()))
                .map(match -> (PaletteRow) new PaletteRow.Component(match.type()))
                .toList();
    }

    /** The rank of the word that fits worst: every word must be found somewhere. */
    private static int rank(ComponentType type, List<String> words) {
        return words.stream().mapToInt(word -> rank(type, word)).max().orElse(NONE);
    }

    private static int rank(ComponentType type, String word) {
        String title = type.title().toLowerCase(Locale.ROOT);
        if (title.startsWith(word)) {
            return 0;
        }
        if (Arrays.stream(title.split("\\W+")).anyMatch(part -> part.startsWith(word))) {
            return 1;
        }
        if (type.id().toLowerCase(Locale.ROOT).contains(word)) {
            return 2;
        }
        if (title.contains(word)) {
            return 3;
        }
        if (type.summary().toLowerCase(Locale.ROOT).contains(word)) {
            return 4;
        }
        return type.help().toLowerCase(Locale.ROOT).contains(word) ? 5 : NONE;
    }

    private record Match(ComponentType type, int rank) {}
}
