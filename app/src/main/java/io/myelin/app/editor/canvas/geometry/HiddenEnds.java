package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the named ends of hidden links are: at their boxes, one below the other where several are on one side of a
 * component; what one box has beyond a few shares a row. As the geometry was when it was asked: for one painting, or one
 * look.
 */
public final class HiddenEnds {
    /** How far one row is below the other, in units of the world. */
    public static final double ROW = 19;

    private static final double WIDEST_NAME = 150;
    private static final double SHORTEST = 6;
    private static final double APART = 2;
    private static final int MOST_ROWS = 4;
    private static final double NAME = 6;
    /** How wide the name of a row is at the least that says how many share it. */
    private static final double COUNT = 24;

    private static final double HALF_ROW = 8.5;
    private static final double TURN = 8;
    private static final double SPINE = 5;
    private static final int SPINES = 3;

    private final CanvasGeometry geometry;
    private final Map<Place, List<End>> known = new HashMap<>();

    /** Finds in {@code geometry}. */
    public HiddenEnds(CanvasGeometry geometry) {
        this.geometry = geometry;
    }

    /** The row in which the end of {@code link} on {@code side} is. */
    public End of(LinkShape link, Side side) {
        BoxShape box = side == Side.OUTLET ? link.from() : link.to();
        return at(box.reference().component(), side).stream()
                .filter(end ->
                        end.links().stream().anyMatch(one -> one.reference().equals(link.reference())))
                .findFirst()
                .orElseGet(() -> end(List.of(link), box, side, box.centre().y(), 0));
    }

    /** Whether no other hidden link ends on the same side as {@code link} begins. */
    public boolean isAlone(LinkShape link) {
        return at(link.from().reference().component(), Side.OUTLET).size() <= 1;
    }

    /** The rows on one side of a component, from top to bottom. */
    public List<End> at(String component, Side side) {
        return known.computeIfAbsent(new Place(component, side), this::find);
    }

    private List<End> find(Place place) {
        Map<BoxReference, List<LinkShape>> byBox = new LinkedHashMap<>();
        for (LinkReference link : geometry.linksAt(place.component)) {
            BoxReference box = place.side == Side.OUTLET ? link.from() : link.to();
            if (box.component().equals(place.component)) {
                geometry.plainLink(link).filter(LinkShape::hidden).ifPresent(shape -> {
                    List<LinkShape> there = byBox.computeIfAbsent(box, _ -> new ArrayList<>());
                    // A link from a component to itself is at it twice.
                    if (!there.contains(shape)) {
                        there.add(shape);
                    }
                });
            }
        }
        List<List<LinkShape>> boxes = byBox.values().stream()
                .sorted(Comparator.comparingDouble(
                        links -> box(links, place.side).centre().y()))
                .toList();
        List<End> ends = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        int spine = 0;
        for (List<LinkShape> links : boxes) {
            BoxShape box = box(links, place.side);
            for (List<LinkShape> row : rows(links)) {
                double y = Math.max(box.centre().y(), free);
                ends.add(end(row, box, place.side, y, spine % SPINES));
                free = y + ROW;
            }
            spine++;
        }
        return List.copyOf(ends);
    }

    private End end(List<LinkShape> row, BoxShape box, Side side, double y, int spine) {
        double share = share(box, side, y) - APART;
        double stub = Math.clamp(share / 4, SHORTEST, LinkShape.STUB);
        return new End(row, box, side, y, spine, stub, Math.clamp(share - stub, 0, WIDEST_NAME));
    }

    /** How far an end may reach: to the next card, or half the way where hidden links have their ends there too. */
    private double share(BoxShape box, Side side, double y) {
        double from = box.centre().x();
        double most = 2 * (LinkShape.STUB + WIDEST_NAME);
        Bounds way = new Bounds(side == Side.OUTLET ? from + 1 : from - most, y - HALF_ROW, most - 1, 2 * HALF_ROW);
        double nearest = most;
        for (ComponentShape card : geometry.componentsIn(way)) {
            Bounds bounds = card.bounds();
            double free = side == Side.OUTLET ? bounds.x() - from : from - bounds.right();
            if (free > 0) {
                nearest = Math.min(nearest, endsAt(card.id(), side.opposite()) ? free / 2 : free);
            }
        }
        return nearest;
    }

    private boolean endsAt(String component, Side side) {
        return geometry.linksAt(component).stream()
                .filter(link -> (side == Side.OUTLET ? link.from() : link.to())
                        .component()
                        .equals(component))
                .anyMatch(link ->
                        geometry.plainLink(link).filter(LinkShape::hidden).isPresent());
    }

    private static BoxShape box(List<LinkShape> links, Side side) {
        return side == Side.OUTLET ? links.getFirst().from() : links.getFirst().to();
    }

    private static List<List<LinkShape>> rows(List<LinkShape> links) {
        List<List<LinkShape>> rows = new ArrayList<>();
        int alone = links.size() <= MOST_ROWS ? links.size() : MOST_ROWS - 1;
        links.subList(0, alone).forEach(link -> rows.add(List.of(link)));
        if (alone < links.size()) {
            rows.add(links.subList(alone, links.size()));
        }
        return rows;
    }

    /** The row that is nearest to {@code place}, not further than {@code reach}. */
    Optional<End> nearest(Point place, double reach) {
        double around = LinkShape.STUB + COUNT + reach;
        Bounds area = new Bounds(place.x(), place.y(), 0, 0).grown(Math.max(around, MOST_ROWS * ROW + reach));
        return geometry.componentsIn(area).stream()
                .flatMap(shape -> List.of(Side.values()).stream().flatMap(side -> at(shape.id(), side).stream()))
                .filter(end -> end.distance(place) <= reach)
                .min(Comparator.comparingDouble(end -> end.distance(place)));
    }

    private record Place(String component, Side side) {}

    /**
     * A row: the end of a link, or of several.
     *
     * @param links one, or those that share it
     * @param box the box that they are at
     * @param side the side of its component
     * @param y how high its middle is
     * @param spine the lane of the upright piece that its line has where it is not as high as its box
     * @param stub how far its name is from the box
     * @param room how wide its name may be, with all around it
     */
    public record End(List<LinkShape> links, BoxShape box, Side side, double y, int spine, double stub, double room) {
        /** Copies {@code links}. */
        public End {
            links = List.copyOf(links);
        }

        /** Whether several links share it. */
        public boolean isShared() {
            return links.size() > 1;
        }

        /** Where its name begins, seen from the box. */
        public Point name() {
            return new Point(box.centre().x() + (side == Side.OUTLET ? 1 : -1) * stub, y);
        }

        /** Its line, from the box to the name. */
        public List<Point> line() {
            Point from = box.centre();
            if (y == from.y()) {
                return List.of(from, name());
            }
            double back = Math.min(TURN + spine * SPINE, stub - SHORTEST / 2);
            double turn = name().x() + (side == Side.OUTLET ? -back : back);
            return List.of(from, new Point(turn, from.y()), new Point(turn, y), name());
        }

        /** How far {@code point} is from its line or the beginning of its name. */
        double distance(Point point) {
            double out = (point.x() - box.centre().x()) * (side == Side.OUTLET ? 1 : -1);
            double x = Math.clamp(out, 0, stub + (isShared() ? Math.min(room, COUNT) : NAME));
            double half = out > stub ? HALF_ROW : 0;
            return Math.hypot(out - x, Math.max(0, Math.abs(point.y() - y) - half));
        }
    }
}
