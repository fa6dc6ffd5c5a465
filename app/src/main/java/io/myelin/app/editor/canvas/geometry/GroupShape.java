package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.GroupFrame;
import java.util.List;

/**
 * A group as drawn: a frame round what is in it, with a bar for its title on top; or, folded, a card in its place.
 *
 * @param name its name
 * @param group what the graph says of it
 * @param bounds the whole frame, or the card, in the world
 * @param isFolded whether it is a card
 * @param ports the boxes on the card; none on a frame
 */
public record GroupShape(String name, GroupFrame group, Bounds bounds, boolean isFolded, List<Port> ports) {
    /** How high the bar with the title is, in units of the world. */
    public static final double TITLE = 28;

    private static final double MARGIN = 16;

    /** Copies {@code ports}. */
    public GroupShape {
        ports = List.copyOf(ports);
    }

    static GroupShape around(String name, GroupFrame group, Bounds contents) {
        Bounds grown = contents.grown(MARGIN);
        return new GroupShape(
                name,
                group,
                new Bounds(grown.x(), grown.y() - TITLE, grown.width(), grown.height() + TITLE),
                false,
                List.of());
    }

    static GroupShape folded(String name, GroupFrame group, Bounds card, List<Port> ports) {
        return new GroupShape(name, group, card, true, ports);
    }

    /** This card, moved. */
    GroupShape moved(double dx, double dy) {
        return new GroupShape(
                name,
                group,
                bounds.moved(dx, dy),
                isFolded,
                ports.stream()
                        .map(port -> new Port(port.box.moved(dx, dy), port.label))
                        .toList());
    }

    /** By what it is moved: the bar of a frame, all of a card. */
    public Bounds title() {
        return isFolded ? bounds : new Bounds(bounds.x(), bounds.y(), bounds.width(), TITLE);
    }

    /**
     * A box of a member that has links across the border of a folded group.
     *
     * @param box on the side of the card
     * @param label what people call it
     */
    public record Port(BoxShape box, String label) {}
}
