package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.ShapeNews;
import io.myelin.app.editor.canvas.geometry.TextPlaces;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.InboxLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.document.LinkReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Paints the graph from the grid up: groups, links, then components, the selected ones last; and what is drawn over it.
 * Between groups and links lie the notes, which are no part of the picture: where they are, it has nothing under its links.
 */
public final class GraphPainter {
    /** Further than anything is painted beyond the bounds of its shape: so many units of the world and so many pixels. */
    private static final double MARGIN = 24;

    private static final double MARGIN_PIXELS = 12;
    /** Screens are scaled in quarters. */
    private static final double WHOLE = 4;

    private GraphPainter() {}

    /** The pixels of a canvas that shows {@code viewport} in which things at {@code places} are seen; empty for none. */
    public static Optional<Bounds> pixelsAround(List<Bounds> places, Viewport viewport) {
        Bounds all = new Bounds(0, 0, viewport.width(), viewport.height());
        return Bounds.around(places.stream()
                        .map(world -> viewport.toScreen(world.grown(MARGIN)).grown(MARGIN_PIXELS))
                        .filter(all::intersects)
                        .toList())
                .map(pixels -> onWholePixels(pixels, all));
    }

    /** Pixels of the canvas that are whole ones of the screen too, however large it draws everything. */
    private static Bounds onWholePixels(Bounds pixels, Bounds all) {
        double left = Math.max(0, Math.floor(pixels.x() / WHOLE) * WHOLE);
        double top = Math.max(0, Math.floor(pixels.y() / WHOLE) * WHOLE);
        double right = Math.min(all.right(), Math.ceil(pixels.right() / WHOLE) * WHOLE);
        double bottom = Math.min(all.bottom(), Math.ceil(pixels.bottom() / WHOLE) * WHOLE);
        return new Bounds(left, top, right - left, bottom - top);
    }

    /** The part of the world of which something may be seen where {@code viewport} is painted. */
    public static Bounds areaOf(Viewport viewport) {
        return around(viewport.visible(), viewport);
    }

    private static Bounds around(Bounds area, Viewport viewport) {
        return area.grown(MARGIN + MARGIN_PIXELS / viewport.zoom());
    }

    /** Paints what is visible of {@code geometry}, but for the components {@code without} and their links. */
    public static void paint(
            Brush brush, CanvasGeometry geometry, PaintState state, Set<String> without, BlockRaster blocks) {
        Bounds area = around(brush.area(), brush.viewport());
        GridPainter.paint(brush);
        GroupPainter groups = new GroupPainter(brush, state);
        groups.frames(geometry.layout().groups());
        geometry.layout().notesIn(area).forEach(note -> brush.wipeRound(note.bounds(), NoteShape.RADIUS));
        new BorderPainter(brush, state).paint(geometry.border());
        List<LinkShape> links = brush.detail() == Detail.BLOCKS ? geometry.plainLinksIn(area) : geometry.linksIn(area);
        List<ComponentShape> components = geometry.componentsIn(area);
        if (!without.isEmpty()) {
            links = links.stream()
                    .filter(link -> !touches(link.reference(), without))
                    .toList();
            components = components.stream()
                    .filter(shape -> !without.contains(shape.id()))
                    .toList();
        }
        if (brush.detail() == Detail.BLOCKS) {
            paintBlocks(brush, geometry, state, links, components, blocks);
            groups.cards(geometry.layout().groups());
        } else {
            paintLinks(brush, geometry, state, links);
            groups.cards(geometry.layout().groups());
            paintCards(brush, state, components);
        }
        paintBreakpoints(brush, state, links);
    }

    /** Paints the components {@code ids}, and {@code links}, as far as they are in {@code area}. */
    public static void paintRaised(
            Brush brush,
            CanvasGeometry geometry,
            PaintState state,
            Collection<String> ids,
            Collection<LinkReference> links,
            BlockRaster blocks) {
        Bounds area = brush.viewport().visible().grown(MARGIN);
        List<LinkShape> lines = links.stream()
                .flatMap(link -> shape(geometry, link, brush.detail()).stream())
                .filter(link -> link.path().bounds().intersects(area))
                .toList();
        List<ComponentShape> cards = geometry.components(ids).stream()
                .filter(shape -> shape.bounds().intersects(area))
                .toList();
        if (brush.detail() == Detail.BLOCKS) {
            paintBlocks(brush, geometry, state, lines, cards, blocks);
        } else {
            paintLinks(brush, geometry, state, lines);
            paintCards(brush, state, cards);
        }
        paintBreakpoints(brush, state, lines);
    }

    /** A link as it is painted at {@code detail}: from afar nobody sees whether it goes round what is in its way. */
    public static Optional<LinkShape> shape(CanvasGeometry geometry, LinkReference link, Detail detail) {
        return detail == Detail.BLOCKS ? geometry.plainLink(link) : geometry.link(link);
    }

    private static void paintBreakpoints(Brush brush, PaintState state, List<LinkShape> links) {
        if (!state.breakpoints().isEmpty()) {
            new BreakpointPainter(brush, state.breakpoints()).paint(links);
        }
    }

    private static boolean touches(LinkReference link, Set<String> ids) {
        return ids.contains(link.from().component()) || ids.contains(link.to().component());
    }

    private static void paintBlocks(
            Brush brush,
            CanvasGeometry geometry,
            PaintState state,
            List<LinkShape> links,
            List<ComponentShape> components,
            BlockRaster blocks) {
        BlockPainter painter = new BlockPainter(brush, state, blocks, brush.outputScale());
        links(brush, geometry, state).paint(links, painter);
        painter.blocks(components);
        painter.show();
    }

    private static void paintLinks(Brush brush, CanvasGeometry geometry, PaintState state, List<LinkShape> links) {
        links(brush, geometry, state).paint(links);
    }

    private static void paintCards(Brush brush, PaintState state, List<ComponentShape> components) {
        ComponentPainter painter = new ComponentPainter(brush, state);
        for (ComponentShape shape : components) {
            if (!state.components().contains(shape.id())) {
                painter.paint(shape);
            }
        }
        for (ComponentShape shape : components) {
            if (state.components().contains(shape.id())) {
                painter.paint(shape);
            }
        }
    }

    /**
     * Paints the figures of a run, as far as they are visible and cover no card; those of the links {@code chosen} in any
     * case.
     */
    public static void paintLife(Brush brush, CanvasGeometry geometry, LiveFrame frame, Set<LinkReference> chosen) {
        Bounds area = brush.viewport().visible().grown(MARGIN);
        LifePainter life = new LifePainter(brush, frame, new TextPlaces(geometry));
        geometry.componentsIn(area).forEach(life::paint);
        FoldedMembers.cards(geometry.layout().groups())
                .filter(card -> card.bounds().intersects(area))
                .forEach(life::paint);
        if (brush.detail() == Detail.EVERYTHING) {
            HiddenEnds ends = new HiddenEnds(geometry);
            geometry.linksIn(area).stream()
                    // Between the rows of ends there is no room for figures; the pointer finds them.
                    .filter(link -> !link.hidden() || ends.isAlone(link))
                    .forEach(link -> life.paint(link, chosen.contains(link.reference())));
        }
    }

    /** Where {@code news} changes what is painted in {@code area} at {@code detail}. */
    public static List<Bounds> changedPlaces(ShapeNews news, Bounds area, Detail detail) {
        Bounds painted = area.grown(MARGIN);
        return Stream.concat(
                        news.places().stream(),
                        news.faces().stream()
                                .filter(face -> face.after().bounds().intersects(painted))
                                .filter(face -> !ComponentPainter.seen(face.before(), detail)
                                        .equals(ComponentPainter.seen(face.after(), detail)))
                                .map(face -> face.after().bounds()))
                .toList();
    }

    /** What is seen of a component's {@code life} where it is drawn as a block: while that stays, nothing is painted. */
    public static Object seenFromAfar(ComponentShape shape, ComponentLife life, LiveFrame frame) {
        return List.of(
                life.status(),
                life.progress(),
                LifePainter.fullest(shape, frame).map(InboxLife::level).orElse(InboxLife.Level.EMPTY));
    }

    /**
     * How much thicker than others the links in {@code area} are for what runs along them: while that stays, new figures
     * leave the picture of the graph as it is.
     */
    public static Map<LinkReference, Double> busyLinks(
            CanvasGeometry geometry, Bounds area, Detail detail, LiveFrame frame) {
        Map<LinkReference, Double> busy = new LinkedHashMap<>();
        if (detail.shows(Detail.TITLES) && !frame.wires().isEmpty()) {
            for (LinkShape link : geometry.linksIn(area.grown(MARGIN))) {
                double more = LinkPainter.busyness(frame, link.reference());
                if (more > 0) {
                    busy.put(link.reference(), more);
                }
            }
        }
        return busy;
    }

    private static LinkPainter links(Brush brush, CanvasGeometry geometry, PaintState state) {
        return new LinkPainter(
                brush, state, id -> title(geometry, id), new HiddenEnds(geometry), new TextPlaces(geometry));
    }

    private static String title(CanvasGeometry geometry, String id) {
        return geometry.component(id).map(shape -> shape.face().title()).orElse(id);
    }
}
