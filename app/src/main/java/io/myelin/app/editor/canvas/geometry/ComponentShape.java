package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.engine.graph.GraphComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component as drawn.
 *
 * @param id its id
 * @param component what the graph says of it
 * @param face what it shows
 * @param bounds its place in the world
 * @param title its title, cut to what fits
 * @param detail the line under the title, cut to what fits
 * @param inlets its inboxes from top to bottom
 * @param outlets its outboxes from top to bottom
 * @param body where it shows its content, if it does
 * @param style how much of itself it shows
 */
public record ComponentShape(
        String id,
        GraphComponent component,
        ComponentFace face,
        Bounds bounds,
        String title,
        String detail,
        List<BoxShape> inlets,
        List<BoxShape> outlets,
        Optional<Bounds> body,
        CardStyle style) {
    /** Copies the lists. */
    public ComponentShape {
        inlets = List.copyOf(inlets);
        outlets = List.copyOf(outlets);
    }

    /** The part above its content, or all of it where it shows none. */
    public Bounds head() {
        double height = body.map(area -> area.y() - bounds.y()).orElse(bounds.height());
        return new Bounds(bounds.x(), bounds.y(), bounds.width(), height);
    }

    /** All its boxes. */
    public Stream<BoxShape> boxes() {
        return Stream.concat(inlets.stream(), outlets.stream());
    }

    /** Its boxes on one side. */
    public List<BoxShape> boxes(Side side) {
        return side == Side.INLET ? inlets : outlets;
    }

    /** The box of this name on one side, if it is drawn. */
    public Optional<BoxShape> box(Side side, String name) {
        return boxes(side).stream()
                .filter(box -> box.reference().box().equals(name))
                .findFirst();
    }

    /** Whether {@code other} takes the same place, with the same boxes. */
    boolean standsAs(ComponentShape other) {
        return bounds.equals(other.bounds)
                && style == other.style
                && body.equals(other.body)
                && inlets.equals(other.inlets)
                && outlets.equals(other.outlets);
    }

    /** This component, moved. */
    ComponentShape moved(double dx, double dy) {
        return new ComponentShape(
                id,
                component,
                face,
                bounds.moved(dx, dy),
                title,
                detail,
                inlets.stream().map(box -> box.moved(dx, dy)).toList(),
                outlets.stream().map(box -> box.moved(dx, dy)).toList(),
                body.map(area -> area.moved(dx, dy)),
                style);
    }
}
