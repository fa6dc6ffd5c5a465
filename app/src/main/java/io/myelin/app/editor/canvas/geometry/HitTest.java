package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is at a point: sockets before components and folded groups, those before links, links before notes, notes
 * before the titles of groups, the upper before the lower.
 */
public final class HitTest {
    /** Below this zoom sockets are too small to be hit. */
    public static final double SOCKETS_FROM = 0.3;

    private static final double SOCKET_PIXELS = 10;
    private static final double LINK_PIXELS = 6;
    private static final double WAYPOINT_PIXELS = 8;
    private static final double CORNER = 14;

    private final CanvasGeometry geometry;

    /** Finds in {@code geometry}. */
    public HitTest(CanvasGeometry geometry) {
        this.geometry = geometry;
    }

    /** What is at {@code world} when a unit of it is {@code zoom} pixels. */
    public Hit at(Point world, double zoom) {
        Optional<BoxShape> box = zoom < SOCKETS_FROM ? Optional.empty() : box(world, SOCKET_PIXELS / Math.max(1, zoom));
        if (box.isPresent()) {
            return new Hit.OnBox(box.get());
        }
        List<ComponentShape> components = geometry.componentsIn(point(world));
        if (!components.isEmpty()) {
            ComponentShape upper = components.getLast();
            return upper.body().isPresent() && isCorner(upper.bounds(), world)
                    ? new Hit.OnCorner(upper)
                    : new Hit.OnComponent(upper);
        }
        return group(world)
                .filter(GroupShape::isFolded)
                .<Hit>map(Hit.OnGroup::new)
                .or(() -> geometry.border().tagAt(world).map(Hit.OnBorder::new))
                .or(() -> waypoint(world, WAYPOINT_PIXELS / zoom))
                .or(() -> linkOrRow(world, LINK_PIXELS / zoom))
                .or(() -> note(world))
                .or(() -> group(world).map(Hit.OnGroup::new))
                .orElseGet(Hit.OnNothing::new);
    }

    private Optional<Hit> linkOrRow(Point world, double reach) {
        return hiddenEnd(world, reach)
                .filter(HiddenEnds.End::isShared)
                .<Hit>map(Hit.OnHiddenEnds::new)
                .or(() -> link(world, reach).map(Hit.OnLink::new));
    }

    private Optional<Hit> note(Point world) {
        return geometry.layout().notesIn(point(world)).stream()
                .reduce((_, upper) -> upper)
                .map(note -> isCorner(note.bounds(), world) ? new Hit.OnNoteCorner(note) : new Hit.OnNote(note));
    }

    private Optional<Hit> waypoint(Point world, double reach) {
        for (LinkShape link : geometry.linksIn(point(world).grown(reach))) {
            for (int index = 0; index < link.waypoints().size() && !link.hidden(); index++) {
                if (link.waypoints().get(index).distance(world) <= reach) {
                    return Optional.of(new Hit.OnWaypoint(link, index));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<GroupShape> group(Point world) {
        return geometry.layout().groups().stream()
                .filter(group -> group.title().contains(world))
                .reduce((_, upper) -> upper);
    }

    private static Bounds point(Point world) {
        return new Bounds(world.x(), world.y(), 0, 0);
    }

    private static boolean isCorner(Bounds bounds, Point world) {
        return bounds.right() - world.x() <= CORNER && bounds.bottom() - world.y() <= CORNER;
    }

    /** The nearest socket not further than {@code reach}. */
    public Optional<BoxShape> box(Point world, double reach) {
        return boxesNear(world, reach)
                .filter(box -> box.centre().distance(world) <= reach)
                .min(Comparator.comparingDouble(box -> box.centre().distance(world)));
    }

    /** The nearest socket on one side of components not further than {@code reach}. */
    public Optional<BoxShape> box(Point world, double reach, Side side) {
        return boxesNear(world, reach)
                .filter(box -> box.side() == side)
                .filter(box -> box.centre().distance(world) <= reach)
                .min(Comparator.comparingDouble(box -> box.centre().distance(world)));
    }

    private Stream<BoxShape> boxesNear(Point world, double reach) {
        Stream<BoxShape> ofComponents =
                geometry.componentsIn(point(world).grown(reach)).stream().flatMap(ComponentShape::boxes);
        Stream<BoxShape> ofGroups = geometry.layout().groups().stream()
                .flatMap(group -> group.ports().stream())
                .map(GroupShape.Port::box);
        Stream<BoxShape> ofBorder = geometry.border().boxes().stream().map(BorderBox::socket);
        return Stream.of(ofComponents, ofGroups, ofBorder).flatMap(each -> each);
    }

    /** The nearest link not further than {@code reach}. */
    public Optional<LinkShape> link(Point world, double reach) {
        return hiddenEnd(world, reach).map(end -> end.links().getFirst()).or(() -> wholeLink(world, reach));
    }

    /** The nearest row of hidden links not further than {@code reach}, unless a link that is drawn whole is nearer. */
    private Optional<HiddenEnds.End> hiddenEnd(Point world, double reach) {
        return new HiddenEnds(geometry)
                .nearest(world, reach)
                .filter(end -> wholeLink(world, reach)
                        .filter(link -> link.distance(world) < end.distance(world))
                        .isEmpty());
    }

    private Optional<LinkShape> wholeLink(Point world, double reach) {
        return geometry.linksIn(point(world).grown(reach)).stream()
                .filter(link -> !link.hidden() && link.distance(world) <= reach)
                .min(Comparator.comparingDouble(link -> link.distance(world)));
    }
}
