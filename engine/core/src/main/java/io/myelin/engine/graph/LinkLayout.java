package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.List;

/**
 * How the editor draws a link.
 *
 * @param from the outbox where the link starts
 * @param to the inbox where it ends
 * @param waypoints places that it is led through, in the direction of the messages
 * @param label a text that stands on it, or empty
 * @param hidden whether only its two ends are drawn, each with the name of the other
 * @param unknown keys that this version does not know
 */
public record LinkLayout(
        BoxReference from,
        BoxReference to,
        List<Position> waypoints,
        String label,
        boolean hidden,
        DataRecord unknown) {
    /** Copies {@code waypoints}. */
    public LinkLayout {
        waypoints = List.copyOf(waypoints);
    }

    /** The layout of a link of which nothing is said. */
    public static LinkLayout plain(BoxReference from, BoxReference to) {
        return new LinkLayout(from, to, List.of(), "", false, DataRecord.empty());
    }

    /** Whether this says nothing of the link. */
    public boolean isPlain() {
        return waypoints.isEmpty() && label.isEmpty() && !hidden && unknown.isEmpty();
    }

    /** This, led through other places. */
    public LinkLayout withWaypoints(List<Position> changed) {
        return new LinkLayout(from, to, changed, label, hidden, unknown);
    }

    /** This with another label. */
    public LinkLayout withLabel(String changed) {
        return new LinkLayout(from, to, waypoints, changed, hidden, unknown);
    }

    /** This, hidden or not. */
    public LinkLayout withHidden(boolean changed) {
        return new LinkLayout(from, to, waypoints, label, changed, unknown);
    }

    /** This, said of the link between two other boxes. */
    public LinkLayout between(BoxReference newFrom, BoxReference newTo) {
        return new LinkLayout(newFrom, newTo, waypoints, label, hidden, unknown);
    }

    boolean isOf(BoxReference otherFrom, BoxReference otherTo) {
        return from.equals(otherFrom) && to.equals(otherTo);
    }

    /** The link of which this speaks, without the link's own unknown keys. */
    GraphLink link() {
        return new GraphLink(from, to);
    }
}
