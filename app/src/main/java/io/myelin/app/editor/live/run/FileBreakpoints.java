package io.myelin.app.editor.live.run;

import io.myelin.app.editor.document.Breakpoints.Rule;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.live.run.RunBreakpoints.Place;
import io.myelin.engine.plan.PlannedLink.DrawnLink;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The breakpoints in the graphs of files that stand in a run, as they were when they were read.
 *
 * @param used where in the run the graphs of files stand
 * @param wanted which messages are to be held on wires of these
 */
record FileBreakpoints(Map<Path, UsedFiles.Used> used, Map<Place, Rule> wanted) {
    /** Of a run without graphs of files. */
    static final FileBreakpoints NONE = new FileBreakpoints(Map.of(), Map.of());

    /** Where those in the graph of a file are kept, by the names that lead to a level of it, and by wire. */
    @FunctionalInterface
    interface Kept {
        /** Those in the graph of {@code file}; may take as long as a disk does. */
        Map<List<String>, Map<LinkReference, Rule>> read(Path file);
    }

    FileBreakpoints {
        used = Map.copyOf(used);
        wanted = Map.copyOf(wanted);
    }

    /** Reads what is {@code kept} for the files that are {@code used}. */
    static FileBreakpoints read(Map<Path, UsedFiles.Used> used, Kept kept) {
        Map<Place, Rule> wanted = new LinkedHashMap<>();
        used.keySet()
                .forEach(file -> kept.read(file)
                        .forEach((level, rules) -> rules.forEach(
                                (link, rule) -> wanted.put(new Place(Optional.of(file), level, link), rule))));
        return new FileBreakpoints(used, wanted);
    }

    /** The wanted wires, by how the plan of the run calls them. */
    Map<DrawnLink, Place> drawn() {
        Map<Path, Map<List<String>, List<String>>> instances = new HashMap<>();
        used.forEach((file, one) -> instances.put(file, one.instances()));
        Map<DrawnLink, Place> drawn = new HashMap<>();
        wanted.keySet()
                .forEach(place -> place.file()
                        .map(instances::get)
                        .map(levels -> levels.get(place.level()))
                        .ifPresent(paths ->
                                paths.forEach(path -> drawn.put(RunBreakpoints.drawn(path, place.link()), place))));
        return drawn;
    }
}
