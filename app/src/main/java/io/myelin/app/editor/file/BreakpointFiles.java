package io.myelin.app.editor.file;

import io.myelin.app.editor.document.Breakpoints.Rule;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonTextException;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The breakpoints in the graphs of files, kept beside the settings of the user: a file each, so that two editors with
 * different graphs do not disturb each other. One that cannot be read or written is noted in the log and otherwise lived
 * without.
 */
public final class BreakpointFiles {
    private static final Logger LOG = LoggerFactory.getLogger(BreakpointFiles.class);

    /** For more graphs than these they are forgotten, those not touched for longest first. */
    private static final int MOST = 500;

    private static final String ENDING = ".json";

    private final Path folder;

    /** Keeps them in {@code folder}, which need not be there. */
    public BreakpointFiles(Path folder) {
        this.folder = folder;
    }

    private Path keptFor(Path graph) {
        String name = FileState.digest(graph.toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name + ENDING);
    }

    /** Those in the graph that stands in {@code graph}, absolute: by the names that lead to a level, and by wire. */
    public Map<List<String>, Map<LinkReference, Rule>> read(Path graph) {
        Path kept = keptFor(graph);
        Map<List<String>, Map<LinkReference, Rule>> found = new LinkedHashMap<>();
        try {
            if (JsonValues.parse(Files.readString(kept)) instanceof DataRecord all
                    && all.get("breakpoints") instanceof List<?> entries) {
                entries.forEach(entry -> read(entry, found));
            }
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException | JsonTextException unreadable) {
            LOG.warn("The breakpoints of {} in {} cannot be read: {}", graph, kept, unreadable.toString());
        }
        return found;
    }

    private static void read(Object entry, Map<List<String>, Map<LinkReference, Rule>> into) {
        if (entry instanceof DataRecord one
                && one.get("level") instanceof List<?> level
                && one.get("from") instanceof List<?> from
                && one.get("to") instanceof List<?> to
                && from.size() == 2
                && to.size() == 2) {
            String condition = one.get("condition") instanceof String text ? text : "";
            long hit = one.get("hit") instanceof Number number ? Math.max(1, number.longValue()) : 1;
            into.computeIfAbsent(level.stream().map(String::valueOf).toList(), _ -> new LinkedHashMap<>())
                    .put(new LinkReference(box(from), box(to)), new Rule(condition, hit));
        }
    }

    private static BoxReference box(List<?> written) {
        return new BoxReference(String.valueOf(written.getFirst()), String.valueOf(written.getLast()));
    }

    /** Keeps {@code breakpoints}, in place of those before, for the graph that stands in {@code graph}, absolute. */
    public void write(Path graph, Map<List<String>, Map<LinkReference, Rule>> breakpoints) {
        Path kept = keptFor(graph);
        List<Object> entries = new ArrayList<>();
        breakpoints.forEach((level, rules) -> rules.forEach((link, rule) -> entries.add(written(level, link, rule))));
        try {
            if (entries.isEmpty()) {
                Files.deleteIfExists(kept);
                return;
            }
            DataRecord all = DataRecord.of("graph", graph.toString(), "breakpoints", List.copyOf(entries));
            Files.createDirectories(folder);
            Path beside = kept.resolveSibling(kept.getFileName() + ".new");
            Files.writeString(beside, MessageText.indented(all) + "\n");
            Files.move(beside, kept, StandardCopyOption.REPLACE_EXISTING);
            forgetOldest();
        } catch (IOException notWritten) {
            LOG.warn("The breakpoints of {} cannot be written to {}: {}", graph, kept, notWritten.toString());
        }
    }

    private static DataRecord written(List<String> level, LinkReference link, Rule rule) {
        return DataRecord.builder()
                .put("level", level)
                .put("from", List.of(link.from().component(), link.from().box()))
                .put("to", List.of(link.to().component(), link.to().box()))
                .put("condition", rule.condition())
                .put("hit", rule.from())
                .build();
    }

    private void forgetOldest() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        if (all.size() > MOST) {
            List<Path> oldestFirst = all.stream()
                    .sorted(Comparator.comparing(file -> file.toFile().lastModified()))
                    .toList();
            for (Path old : oldestFirst.subList(0, all.size() - MOST)) {
                Files.deleteIfExists(old);
            }
        }
    }
}
