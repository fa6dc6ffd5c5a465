package io.myelin.app.editor.canvas.route;

import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.LinkRouter;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.route.Obstacles.Way;
import io.myelin.app.editor.document.LinkReference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads links round cards. A link whose plain line is clear of them keeps it. Several from one component to another are
 * led together, in lanes beside each other in the order of their boxes; those with waypoints each for itself, leg by leg. What is looked at for one bundle is bounded; where
 * no way is found, the links go straight over what is in their way.
 */
public final class WireRouter implements LinkRouter {
    /** How far the lanes of a bundle are apart, in units of the world. */
    static final double LANE = 6;

    private static final double WIDEST_BUNDLE = 48;
    /** How near a plain line may come to a card. */
    private static final double CLEAR = 4;

    static final double ROUNDING = 14;

    @Override
    public Routes route(Bundle bundle, Cards cards) {
        Obstacles obstacles = new Obstacles(bundle, cards);
        Map<LinkReference, LinkPath> lines = new LinkedHashMap<>(free(bundle, obstacles));
        bundle.links().stream()
                .filter(link -> !link.waypoints().isEmpty())
                .forEach(link -> new LegRouter(obstacles)
                        .around(link.path())
                        .ifPresent(line -> lines.put(link.reference(), line)));
        return new Routes(lines, obstacles.work());
    }

    /** The lines of the links that go where nobody says. */
    private static Map<LinkReference, LinkPath> free(Bundle bundle, Obstacles obstacles) {
        List<LinkShape> links = bundle.links().stream()
                .filter(link -> link.waypoints().isEmpty())
                .sorted(Comparator.comparingDouble(
                                (LinkShape link) -> link.path().start().y())
                        .thenComparingDouble(link -> link.path().end().y()))
                .toList();
        if (links.isEmpty()) {
            return Map.of();
        }
        boolean loops = links.getFirst().path().leadsBack();
        Map<LinkReference, LinkPath> lines = loops && links.size() > 1 ? loops(bundle, links) : Map.of();
        boolean clear = links.stream()
                .map(link -> lines.getOrDefault(link.reference(), link.path()))
                .allMatch(line -> obstacles.leaveRoom(line, CLEAR));
        return clear ? lines : around(links, lines, obstacles);
    }

    private static Map<LinkReference, LinkPath> loops(Bundle bundle, List<LinkShape> links) {
        Line middle = Line.middleOf(links);
        double half = halfWidth(links.size());
        Corners corners = new Corners(LinkPath.loop(middle.start, middle.end, bundle.source(), bundle.target(), half));
        Map<LinkReference, LinkPath> lines = new LinkedHashMap<>();
        for (int lane = 0; lane < links.size(); lane++) {
            LinkShape link = links.get(lane);
            Corners beside = corners.beside(link.path().start(), link.path().end(), aside(lane, links.size()));
            lines.put(link.reference(), LinkPath.rounded(beside.places(), ROUNDING));
        }
        return lines;
    }

    private static Map<LinkReference, LinkPath> around(
            List<LinkShape> links, Map<LinkReference, LinkPath> plain, Obstacles obstacles) {
        Map<LinkReference, LinkPath> lines = new LinkedHashMap<>(plain);
        Optional<Way> together =
                links.size() == 1 ? Optional.empty() : way(Line.middleOf(links), halfWidth(links.size()), obstacles);
        for (int lane = 0; lane < links.size(); lane++) {
            LinkShape link = links.get(lane);
            Line line = Line.of(link);
            double aside = aside(lane, links.size());
            together.map(way -> new Way(
                            way.corners().beside(line.start, line.end, aside), way.margin() - halfWidth(links.size())))
                    .filter(way -> obstacles.areClearOf(way.corners()))
                    .or(() -> way(line, 0, obstacles))
                    .ifPresent(way -> lines.put(link.reference(), rounded(way)));
        }
        return lines;
    }

    private static Optional<Way> way(Line line, double half, Obstacles obstacles) {
        return Obstacles.margins(line.start).stream()
                .flatMap(margin -> obstacles.around(line.start, line.end, margin + half).stream())
                .findFirst();
    }

    /** Rounded so little that the corners, cut, are still outside the cards. */
    private static LinkPath rounded(Way way) {
        return LinkPath.rounded(way.corners().places(), Math.clamp(1.5 * way.margin(), 0, ROUNDING));
    }

    private static double apart(int lanes) {
        return Math.min(LANE, WIDEST_BUNDLE / lanes);
    }

    private static double halfWidth(int lanes) {
        return (lanes - 1) * apart(lanes) / 2;
    }

    /** How far a lane is to the right of the middle of its bundle; boxes that are higher have theirs further left. */
    private static double aside(int lane, int lanes) {
        return lane * apart(lanes) - halfWidth(lanes);
    }

    private record Line(Point start, Point end) {
        static Line of(LinkShape link) {
            return new Line(link.path().start(), link.path().end());
        }

        static Line middleOf(List<LinkShape> links) {
            Line first = of(links.getFirst());
            Line last = of(links.getLast());
            return new Line(
                    new Point(first.start.x(), (first.start.y() + last.start.y()) / 2),
                    new Point(first.end.x(), (first.end.y() + last.end.y()) / 2));
        }
    }
}
