package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a picture shows as selected.
 *
 * @param components by their ids
 * @param links those between components, and to the border
 */
record SelectedParts(Set<String> components, Set<LinkReference> links) {
    /** Nothing is selected. */
    static final SelectedParts NONE = new SelectedParts(Set.of(), Set.of());

    /** What is selected now. */
    static SelectedParts of(Selection selection) {
        return new SelectedParts(selection.components(), selection.links());
    }

    /**
     * Where what is selected here and not in {@code before}, or the other way round, is drawn from afar; empty where that
     * may be anywhere: the ends of a hidden link stand in rows with others, and boxes of the graph's own beside the border.
     */
    Optional<List<Bounds>> placesOtherThan(SelectedParts before, CanvasGeometry geometry) {
        List<Bounds> places = new ArrayList<>();
        forEachOther(
                components,
                before.components,
                id -> geometry.component(id).ifPresent(shape -> places.add(shape.bounds())));
        List<LinkReference> otherLinks = new ArrayList<>();
        forEachOther(links, before.links, otherLinks::add);
        for (LinkReference link : otherLinks) {
            Optional<LinkShape> shape = geometry.plainLink(link);
            if (link.publicBox().isPresent() || shape.filter(LinkShape::hidden).isPresent()) {
                return Optional.empty();
            }
            shape.ifPresent(line -> places.add(line.path().bounds()));
        }
        return Optional.of(places);
    }

    private static <T> void forEachOther(Set<T> now, Set<T> before, Consumer<T> action) {
        if (now.equals(before)) {
            return;
        }
        now.stream().filter(one -> !before.contains(one)).forEach(action);
        before.stream().filter(one -> !now.contains(one)).forEach(action);
    }
}
