package io.myelin.app.editor.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What kind of file something is saved as, and what its name ends with. */
public enum SavedKind {
    /** A graph; {@code .json} alone is one too, where such a file is there already. */
    GRAPH(".graph.json", List.of(".json", ".graph")),
    /** A picture that holds its graph. */
    PICTURE(".png", List.of()),
    /** A recorded run. */
    RECORDING(".recording", List.of());

    private static final String VECTORS = ".svg";

    private final String ending;
    private final List<String> parts;

    SavedKind(String ending, List<String> parts) {
        this.ending = ending;
        this.parts = parts;
    }

    /** What such a file's name ends with where people say nothing else. */
    public String ending() {
        return ending;
    }

    /**
     * {@code chosen} with the ending of this kind. A platform's dialog may have added the last part of it only: a part
     * is made whole, unless the file of just that name {@code isThere} and so is the one that is meant. It may also have
     * left standing the ending of what it suggested: one ending is enough.
     */
    public Path completed(Path chosen, Predicate<Path> isThere) {
        String name = chosen.getFileName().toString();
        if (isDoubled(name) && !isThere.test(chosen)) {
            return completed(chosen.resolveSibling(name.substring(0, name.length() - ending.length())), isThere);
        }
        if (isComplete(name) || isAnotherGraph(chosen, isThere)) {
            return chosen;
        }
        String stem = parts.stream()
                .filter(part -> lower(name).endsWith(part))
                .findFirst()
                .map(part -> name.substring(0, name.length() - part.length()))
                .filter(left -> !left.isEmpty())
                .orElse(name);
        return isComplete(stem)
                ? completed(chosen.resolveSibling(stem), isThere)
                : chosen.resolveSibling(stem + ending);
    }

    private boolean isDoubled(String name) {
        return lower(name).endsWith(ending + ending);
    }

    /** Whether it depends on what files are there what {@code chosen} means. */
    public boolean isAmbiguous(Path chosen) {
        String name = chosen.getFileName().toString();
        return this == GRAPH && lower(name).endsWith(".json") && !isComplete(name);
    }

    private boolean isComplete(String name) {
        return lower(name).endsWith(ending) || this == PICTURE && lower(name).endsWith(VECTORS);
    }

    /**
     * Whether the platform's dialog has surely asked before {@code file}, which came of {@code chosen}, is replaced: it
     * asks about what was typed, before it adds an ending.
     */
    boolean isAsked(Path chosen, Path file) {
        return file.equals(chosen) && isComplete(file.getFileName().toString());
    }

    private boolean isAnotherGraph(Path chosen, Predicate<Path> isThere) {
        return isAmbiguous(chosen) && isThere.test(chosen);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
