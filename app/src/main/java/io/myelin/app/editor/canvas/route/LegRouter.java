package io.myelin.app.editor.canvas.route;

import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.route.RouteFinder.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leads a link with waypoints round cards. Where one stands in the way of a leg, all legs go through the waypoints level or
 * upright, so that those that go round something and those that need not go on into each other.
 */
final class LegRouter {
    /** How near a leg may come to a card. */
    private static final double CLEAR = 2;

    private static final List<Double> MARGINS = List.of(12.0, 6.0, 3.0);

    private final Obstacles obstacles;

    LegRouter(Obstacles obstacles) {
        this.obstacles = obstacles;
    }

    /** The line that goes through the same places as {@code plain}; empty where that is clear already. */
    Optional<LinkPath> around(LinkPath plain) {
        List<LinkPath> legs = plain.curves();
        if (legs.stream().allMatch(this::isClear)) {
            return Optional.empty();
        }
        List<LinkPath> led = new ArrayList<>(legs.size());
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = new Leg(
                    legs.get(i).start(),
                    legs.get(i).end(),
                    i == 0 ? Heading.RIGHT : through(legs.get(i - 1), legs.get(i)),
                    i == legs.size() - 1 ? Heading.RIGHT : through(legs.get(i), legs.get(i + 1)),
                    i == 0,
                    i == legs.size() - 1);
            LinkPath curve = leg.curve();
            led.add(isClear(curve) ? curve : around(leg).orElse(curve));
        }
        return Optional.of(LinkPath.joined(led));
    }

    private boolean isClear(LinkPath leg) {
        return obstacles.leaveRoom(leg, CLEAR) && !obstacles.runsOverEnds(leg);
    }

    /** Where a link goes at the waypoint between two of its legs. */
    private static Heading through(LinkPath before, LinkPath after) {
        return Heading.of(after.end().minus(before.start()));
    }

    private Optional<LinkPath> around(Leg leg) {
        return MARGINS.stream()
                .flatMap(margin -> obstacles.around(leg.from, leg.to, leg.span(margin), margin).stream())
                .findFirst()
                .map(way -> LinkPath.rounded(
                        way.corners().places(), Math.clamp(1.5 * way.margin(), 0, WireRouter.ROUNDING)));
    }

    /**
     * A link between two places that it goes through.
     *
     * @param leaving where it goes at the first
     * @param arriving where it goes at the second
     * @param first whether it begins at an outlet
     * @param last whether it ends at an inlet
     */
    private record Leg(Point from, Point to, Heading leaving, Heading arriving, boolean first, boolean last) {
        /** Boxes are left and met with some room to the card. */
        Span span(double margin) {
            return new Span(first ? from.plus(margin, 0) : from, last ? to.plus(-margin, 0) : to, leaving, arriving);
        }

        LinkPath curve() {
            double pull = Math.clamp(from.distance(to) / 2, 8, 80);
            return LinkPath.cubic(from, leaving.from(from, pull), arriving.from(to, -pull), to);
        }
    }
}
