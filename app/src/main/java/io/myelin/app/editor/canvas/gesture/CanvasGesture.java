package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.text.Texts;
import java.util.Locale;

/** What can be done with the pointer on the canvas, for people: all of it, and nothing else. */
public enum CanvasGesture {
    /** Moves the world. */
    PAN,
    /** Changes the zoom. */
    ZOOM,
    /** Selects one thing. */
    SELECT,
    /** Adds to what is selected, or takes out of it. */
    SELECT_MORE,
    /** Selects what is in a frame. */
    MARQUEE,
    /** Moves components. */
    MOVE,
    /** Moves components anywhere. */
    MOVE_OFF_GRID,
    /** Moves components in one direction. */
    MOVE_STRAIGHT,
    /** Moves copies. */
    DUPLICATE,
    /** Puts a component between others. */
    INSERT,
    /** Makes a link. */
    LINK,
    /** Makes a link to a new component. */
    LINK_NEW,
    /** Takes a link to another box. */
    REWIRE,
    /** Makes a box of the graph's own. */
    PUBLISH,
    /** Puts the boxes of the graph's own in another order. */
    ORDER_BOXES,
    /** Removes the links crossed. */
    SLICE,
    /** Adds a component. */
    ADD,
    /** Adds a component between others. */
    ADD_INTO_WIRE,
    /** Leads a wire through a place, and from there elsewhere. */
    WAYPOINT,
    /** Takes such a place away. */
    WAYPOINT_GONE,
    /** Goes along a hidden wire. */
    STUB,
    /** Lists the hidden wires that share a row. */
    HIDDEN_WIRES,
    /** Writes a note, or the title of a group. */
    WRITE,
    /** Moves all that is in a group. */
    MOVE_GROUP,
    /** Takes what is dragged into a group. */
    JOIN_GROUP,
    /** Takes what is dragged out of its group. */
    LEAVE_GROUP,
    /** Adds a component that a box is linked to. */
    ADD_AT_BOX,
    /** Opens a component. */
    OPEN,
    /** Shows what can be done. */
    MENU,
    /** Takes back what goes on. */
    CANCEL;

    private static final Texts TEXTS = Texts.of(CanvasGesture.class);

    /** What comes of it. */
    public String title() {
        return TEXTS.get(key());
    }

    /** What to do for it. */
    public String hands() {
        return TEXTS.get(key() + ".hands");
    }

    private String key() {
        return "gesture." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
