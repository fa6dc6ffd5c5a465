package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.graph.BoxReference;

/**
 * A box as drawn: a socket on the border of its component.
 *
 * @param reference which box
 * @param side where it stands, and so whether it is an inbox or an outbox
 * @param declaration what it takes or gives
 * @param standing whether its component has it
 * @param centre of the socket, in the world
 * @param named whether its name stands beside it always
 */
public record BoxShape(
        BoxReference reference, Side side, BoxDeclaration declaration, Standing standing, Point centre, boolean named) {
    /** The radius of a socket. */
    public static final double RADIUS = 5;

    /** The two sides of a component. */
    public enum Side {
        /** The left one: inboxes. */
        INLET,
        /** The right one: outboxes. */
        OUTLET;

        /** The other one. */
        public Side opposite() {
            return this == INLET ? OUTLET : INLET;
        }
    }

    /** Whether a component has a box. */
    public enum Standing {
        /** One of its data boxes. */
        DATA,
        /** {@code control} or {@code signal}. */
        OUT_OF_BAND,
        /** Only a link says so. */
        MISSING
    }

    /** This box elsewhere. */
    BoxShape at(Point place) {
        return new BoxShape(reference, side, declaration, standing, place, named);
    }

    /** This box on a component that was moved. */
    BoxShape moved(double dx, double dy) {
        return new BoxShape(reference, side, declaration, standing, centre.plus(dx, dy), named);
    }
}
