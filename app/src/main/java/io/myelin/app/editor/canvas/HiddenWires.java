package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.CanvasInteraction;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists hidden wires where people ask for them, and shows the one that they choose. */
final class HiddenWires {
    private static final Texts TEXTS = Texts.of(HiddenWires.class);

    private final Document document;
    private final CanvasGeometry geometry;
    private final CanvasInteraction interaction;
    private final CanvasPane pane;
    private final CanvasHooks hooks;
    private final WireList list;

    HiddenWires(
            Document document,
            CanvasGeometry geometry,
            CanvasInteraction interaction,
            CanvasPane pane,
            CanvasHooks hooks) {
        this.document = document;
        this.geometry = geometry;
        this.interaction = interaction;
        this.pane = pane;
        this.hooks = hooks;
        this.list = new WireList(this::choose, pane::requestFocus);
        pane.addOverlay(list);
    }

    /** The view moved under the list, or the graph is another than the one it lists. */
    void close() {
        list.close();
    }

    /** Lists those of {@code links} that are there at {@code place} of the world; nothing where none is. */
    void list(List<LinkReference> links, Point place) {
        LiveFrame frame = pane.live().frame();
        List<WireList.Row> rows = links.stream()
                .flatMap(link -> geometry.link(link).stream())
                .map(link -> row(link, frame))
                .toList();
        list.open(rows, interaction.viewport().toScreen(place), pane.area());
        pane.hush();
    }

    private WireList.Row row(LinkShape link, LiveFrame frame) {
        LinkReference reference = link.reference();
        String joined = TEXTS.get(
                "wires.joined",
                title(reference.from().component()),
                title(reference.to().component()));
        String boxes = TEXTS.get("wires.joined", reference.from(), reference.to());
        WireLife life = frame.wires().get(reference);
        boolean runs = !frame.components().isEmpty();
        String count = runs ? TEXTS.get("hint.messages", life == null ? 0 : life.count()) : "";
        return new WireList.Row(
                reference, link.label().isEmpty() ? joined : link.label() + " · " + joined, boxes, count);
    }

    private String title(String id) {
        return geometry.component(id).map(shape -> shape.face().title()).orElse(id);
    }

    /** Lists all hidden wires of what is selected: of components, or of both ends of wires. Says so where none is. */
    void listOfSelection() {
        Selection selection = document.selection();
        Stream<String> ends = selection.links().stream()
                .flatMap(link -> Stream.of(link.from().component(), link.to().component()));
        Collection<String> ids =
                Stream.concat(selection.components().stream(), ends).distinct().toList();
        List<LinkReference> hidden = ids.stream()
                .flatMap(id -> geometry.linksAt(id).stream())
                .distinct()
                .filter(link -> geometry.link(link).filter(LinkShape::hidden).isPresent())
                .toList();
        Optional<Bounds> place = geometry.contents(ids);
        if (place.isEmpty()) {
            hooks.refused(TEXTS.get("wires.start"));
        } else if (hidden.isEmpty()) {
            hooks.refused(TEXTS.get("wires.none"));
        } else {
            list(hidden, new Point(place.get().right(), place.get().y()));
        }
    }

    /** Selects a wire and brings what it joins into view. */
    private void choose(LinkReference link) {
        pane.hush();
        document.selection().select(link);
        interaction.operations().revealEnds(link);
        hooks.linkClicked(link);
    }
}
