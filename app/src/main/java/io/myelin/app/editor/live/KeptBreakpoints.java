package io.myelin.app.editor.live;

import io.myelin.app.editor.document.Breakpoints.Rule;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.editor.file.BreakpointFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the breakpoints of a document whose graph stands in a file from one opening to the next, and has those again that
 * were kept. Belongs to the window's thread.
 */
final class KeptBreakpoints {
    private final Document document;
    private final BreakpointFiles files;
    private final List<Subscription> subscriptions;
    private Optional<Path> file;

    KeptBreakpoints(Document document, BreakpointFiles files) {
        this.document = document;
        this.files = files;
        this.file = document.file();
        file.ifPresent(path -> restore(document, files.read(path)));
        subscriptions = List.of(document.onBreakpoints(_ -> write()), document.onState(_ -> moved()));
    }

    /** The graph may have been saved elsewhere, to where its breakpoints go too. */
    private void moved() {
        if (!file.equals(document.file())) {
            file = document.file();
            write();
        }
    }

    private void write() {
        file.ifPresent(path -> files.write(path, of(document)));
    }

    /** Those on the wires of all levels of {@code whole}, by the path of the level. */
    static Map<List<String>, Map<LinkReference, Rule>> of(Document whole) {
        Map<List<String>, Map<LinkReference, Rule>> all = new LinkedHashMap<>();
        for (Document level : whole.knownLevels()) {
            Map<LinkReference, Rule> kept = level.breakpoints().kept();
            if (!kept.isEmpty()) {
                all.put(level.path(), kept);
            }
        }
        return all;
    }

    /** Sets those of {@code kept} on the wires of the levels of {@code whole}. */
    static void restore(Document whole, Map<List<String>, Map<LinkReference, Rule>> kept) {
        kept.forEach((path, rules) -> whole.level(path).restoreBreakpoints(rules));
    }

    void close() {
        subscriptions.forEach(Subscription::close);
    }
}
