package io.myelin.app.editor.canvas.route;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.LinkRouter.Bundle;
import io.myelin.app.editor.canvas.geometry.LinkRouter.Cards;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.route.RouteFinder.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cards that are in the way of one bundle. For one thread, and for as long as the cards stay. */
final class Obstacles {
    /** How far from its ends and its components a way leads at most. */
    private static final double CORRIDOR = 200;

    // So that boxes in equal distances from each other, of 5 to 15 steps of the grid, never get the same lane.
    private static final double LANE_DOWN = 0.262;
    private static final double LANE_ACROSS = 0.131;
    private static final double NEAREST = 10;
    private static final double EDGE = 3;
    private static final double WIDE = 24;
    private static final double NARROW = 8;
    private static final List<Double> MARGINS = List.of(Double.MAX_VALUE, 12.0, 6.0, 3.0, 0.0);
    private static final int MOST_OBSTACLES = 48;
    private static final int MOST_WORK = 40_000;

    private final Bounds source;
    private final Bounds target;
    private final Cards cards;
    private final Bounds corridor;
    private int work;

    Obstacles(Bundle bundle, Cards cards) {
        this.source = bundle.source();
        this.target = bundle.target();
        this.cards = cards;
        this.corridor = bundle.links().stream()
                .map(link -> link.path().bounds())
                .reduce(source.union(target), Bounds::union)
                .grown(CORRIDOR);
    }

    /**
     * How far from cards to keep, the best first. Ways that begin at different places keep to different distances, so
     * that those round the same card are not taken for one.
     */
    static List<Double> margins(Point start) {
        double lane = (start.y() * LANE_DOWN + start.x() * LANE_ACROSS) / CanvasGeometry.GRID;
        double part = lane - Math.floor(lane);
        return List.of(NEAREST + part * WIDE, NEAREST + part * NARROW, 6.0, 3.0);
    }

    int work() {
        return work;
    }

    /** Whether {@code line} is at least {@code margin} away from all cards but those at its ends. */
    boolean leaveRoom(LinkPath line, double margin) {
        List<Bounds> near = cards.in(line.bounds().grown(margin));
        work += near.size();
        return near.stream()
                .filter(card -> !card.equals(source) && !card.equals(target))
                .noneMatch(card -> line.touches(card.grown(margin)));
    }

    /** Whether {@code line} goes over one of the cards at the ends, more than it must to get there. */
    boolean runsOverEnds(LinkPath line) {
        return line.touches(source.grown(-EDGE)) || line.touches(target.grown(-EDGE));
    }

    /** Whether a line over {@code corners} goes through no card but those that lie over its ends. */
    boolean areClearOf(Corners corners) {
        List<Bounds> near = cards.in(corners.bounds());
        work += near.size();
        Point start = corners.places().getFirst();
        Point end = corners.places().getLast();
        return near.stream()
                .filter(card -> !isInside(start, card) && !isInside(end, card))
                .noneMatch(corners::crosses);
    }

    /** The cards to which {@code corners} come nearer than {@code margin}, but for those at the ends. */
    private List<Bounds> met(Corners corners, double margin) {
        List<Bounds> near = cards.in(corners.bounds().grown(margin));
        work += near.size();
        return near.stream().filter(card -> corners.crosses(card.grown(margin))).toList();
    }

    /**
     * A way from {@code from} to {@code to} that keeps {@code margin} away from all cards; empty where there is none in the
     * corridor, or none was found in time. It goes round the cards that it has met so far only, until it meets no other:
     * mostly that is one or two, however many there are. Cards that are nearer to its ends than the margin are kept off
     * as far as that goes.
     */
    Optional<Way> around(Point from, Point to, double margin) {
        return around(
                from, to, new Span(from.plus(margin, 0), to.plus(-margin, 0), Heading.RIGHT, Heading.RIGHT), margin);
    }

    /** As the other; between the ends it is led over {@code span}, and straight from and to that. */
    Optional<Way> around(Point from, Point to, Span span, double margin) {
        Set<Bounds> met = new LinkedHashSet<>(List.of(source, target));
        while (met.size() <= MOST_OBSTACLES && work < MOST_WORK) {
            List<Kept> kept = met.stream()
                    .flatMap(card -> kept(card, span.start(), span.end(), margin).stream())
                    .toList();
            RouteFinder finder =
                    new RouteFinder(span, kept.stream().map(Kept::area).toList(), corridor);
            Optional<List<Point>> found = finder.find();
            work += finder.work();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Corners corners = Corners.through(found.get()).from(from).to(to);
            if (!met.addAll(met(corners, margin))) {
                double least = kept.stream().mapToDouble(Kept::margin).min().orElse(margin);
                return areClearOf(corners) ? Optional.of(new Way(corners, least)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A card with as much of {@code margin} round it as its ends leave; empty where an end is on the card. */
    private static Optional<Kept> kept(Bounds card, Point start, Point end, double margin) {
        return MARGINS.stream()
                .map(wanted -> Math.min(wanted, margin))
                .map(wanted -> new Kept(card.grown(wanted), wanted))
                .filter(kept -> !isInside(start, kept.area) && !isInside(end, kept.area))
                .findFirst();
    }

    private static boolean isInside(Point place, Bounds card) {
        return Corners.inside(card).contains(place);
    }

    private record Kept(Bounds area, double margin) {}

    /**
     * A way that was found.
     *
     * @param corners its corners
     * @param margin how near to a card it comes
     */
    record Way(Corners corners, double margin) {}
}
