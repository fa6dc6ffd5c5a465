package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Goes by keys from a component to its wires and from each to the next. The component begun at is remembered, so that its
 * next wire is found also when one was removed.
 */
final class WireWalk {
    private static final Texts TEXTS = Texts.of(WireWalk.class);

    private final Surface surface;
    private Optional<String> home = Optional.empty();

    WireWalk(Surface surface) {
        this.surface = surface;
    }

    /** Selects the wire {@code by} places after the selected one at the same component, or its first or last. */
    void step(int by) {
        Selection selection = surface.document().selection();
        Optional<LinkReference> from = selection.onlyLink();
        selection.onlyComponent().ifPresent(id -> home = Optional.of(id));
        from.filter(link -> home.filter(link::touches).isEmpty())
                .ifPresent(link -> home = Optional.of(link.from().component()));
        List<LinkShape> wires = home.map(this::wires).orElse(List.of());
        if (wires.isEmpty()) {
            surface.host()
                    .refused(home.flatMap(surface.geometry()::component)
                            .map(shape -> TEXTS.get("wire.none", shape.face().title()))
                            .orElseGet(() -> TEXTS.get("wire.start")));
            return;
        }
        int at = from.map(link -> indexOf(wires, link)).orElse(-1);
        int next = at < 0 && by < 0 ? wires.size() - 1 : Math.floorMod(at + by, wires.size());
        LinkShape wire = wires.get(next);
        selection.select(wire.reference());
        if (!surface.viewport().visible().contains(wire.path().at(0.5))) {
            surface.show(surface.viewport().centredOn(wire.path().at(0.5)));
        }
        surface.host()
                .said(TEXTS.get(
                        "wire.chosen", wire.from().reference(), wire.to().reference(), next + 1, wires.size()));
    }

    private static int indexOf(List<LinkShape> wires, LinkReference link) {
        return wires.stream().map(LinkShape::reference).toList().indexOf(link);
    }

    /** The wires of a component, those that come in before those that go out, each side from top to bottom. */
    private List<LinkShape> wires(String id) {
        Comparator<LinkShape> order = Comparator.<LinkShape, Boolean>comparing(
                        wire -> !wire.to().reference().component().equals(id))
                .thenComparingDouble(wire -> wire.to().reference().component().equals(id)
                        ? wire.to().centre().y()
                        : wire.from().centre().y())
                .thenComparing(wire -> wire.reference().toString());
        return surface.geometry().linksAt(id).stream()
                .distinct()
                .flatMap(link -> surface.geometry().link(link).stream())
                .sorted(order)
                .toList();
    }
}
