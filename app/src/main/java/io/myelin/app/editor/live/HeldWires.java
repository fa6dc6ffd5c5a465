package io.myelin.app.editor.live;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.live.run.RunBreakpoints.Held;
import io.myelin.app.editor.live.run.RunBreakpoints.Place;
import io.myelin.app.editor.live.traffic.MessagePreview;
import io.myelin.app.text.Texts;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What runs hold at breakpoints just now, as it concerns the documents that are open: a run may hold in the graph of
 * another document, where that is the file of one of its components. Belongs to the window's thread.
 */
final class HeldWires {
    private static final Texts TEXTS = Texts.of(HeldWires.class);
    private static final int PREVIEW = 60;

    private final LiveHost host;
    private final Collection<LiveDocument> documents;

    /** Of {@code documents}, which change. */
    HeldWires(LiveHost host, Collection<LiveDocument> documents) {
        this.host = host;
        this.documents = documents;
    }

    /** Marks on all canvases the wires on which something is held. */
    void mark() {
        for (LiveDocument shown : documents) {
            Set<Place> wires = new HashSet<>();
            for (LiveDocument running : documents) {
                running.breakpoints().held().stream()
                        .map(Held::place)
                        .filter(place -> isIn(place, running, shown))
                        .map(place -> new Place(place.level(), place.link()))
                        .forEach(wires::add);
            }
            host.showHeld(shown.document(), wires);
        }
    }

    private static boolean isIn(Place place, LiveDocument running, LiveDocument shown) {
        Optional<Path> file = place.file();
        return file.isEmpty() ? running.equals(shown) : shown.document().file().equals(file);
    }

    /** Whose run holds something that concerns {@code shown}: its own, else one that holds in its graph. */
    Optional<LiveDocument> holder(LiveDocument shown) {
        if (!shown.breakpoints().held().isEmpty()) {
            return Optional.of(shown);
        }
        return documents.stream()
                .filter(running ->
                        running.breakpoints().held().stream().anyMatch(one -> isIn(one.place(), running, shown)))
                .findFirst();
    }

    /** How the run of {@code holder} calls the wires that are selected in {@code level} of {@code shown}. */
    static List<Place> selected(Document level, LiveDocument shown, LiveDocument holder) {
        Optional<Path> file =
                holder.equals(shown) ? Optional.empty() : shown.document().file();
        return level.selection().links().stream()
                .map(link -> new Place(file, level.path(), link))
                .toList();
    }

    /** What the run of {@code holder} holds, in words; empty for nothing. */
    static String text(LiveDocument holder) {
        List<Held> held = holder.breakpoints().held();
        return held.stream()
                .findFirst()
                .flatMap(first -> holder.live()
                        .map(run -> TEXTS.get(
                                "held",
                                first.link().fromPath() + "." + first.link().outbox(),
                                first.link().toPath() + "." + first.link().inbox(),
                                MessagePreview.of(
                                        first.held().message(),
                                        PREVIEW,
                                        run.traffic().session().plan().secrets()))))
                .map(text -> held.size() == 1 ? text : TEXTS.get("held.more", text, held.size() - 1))
                .orElse("");
    }
}
