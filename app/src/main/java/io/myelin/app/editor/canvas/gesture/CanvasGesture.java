package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.text.Texts;

/** What can be done with the pointer on the canvas, for people: all of it, and nothing else. */
public enum CanvasGesture {
    /** Moves the world. */
    PAN("Pan", "Space + drag, middle drag, scroll"),
    /** Changes the zoom. */
    ZOOM("Zoom at the pointer", "Ctrl + wheel, pinch"),
    /** Selects one thing. */
    SELECT("Select", "Click"),
    /** Adds to what is selected, or takes out of it. */
    SELECT_MORE("Select more, or less", "Shift or Ctrl + click"),
    /** Selects what is in a frame. */
    MARQUEE("Select all in a frame", "Drag on empty; with Shift or Ctrl more"),
    /** Moves components. */
    MOVE("Move", "Drag a component"),
    /** Moves components anywhere. */
    MOVE_OFF_GRID("Move off the grid", "Drag a component, Ctrl held"),
    /** Moves components in one direction. */
    MOVE_STRAIGHT("Move in one direction", "Drag a component, Shift held"),
    /** Moves copies. */
    DUPLICATE("Duplicate", "Alt + drag a component"),
    /** Puts a component between others. */
    INSERT("Put into a wire", "Drop a component on it"),
    /** Makes a link. */
    LINK("Link", "Drag from a box to another"),
    /** Makes a link to a new component. */
    LINK_NEW("Link to a new component", "Let a wire go on empty"),
    /** Takes a link to another box. */
    REWIRE("Link elsewhere", "Drag a wire, or Shift + drag its box"),
    /** Makes a box of the graph's own. */
    PUBLISH(text("publish"), text("publish.hands")),
    /** Puts the boxes of the graph's own in another order. */
    ORDER_BOXES(text("order"), text("order.hands")),
    /** Removes the links crossed. */
    SLICE("Cut wires", "Alt + drag on empty"),
    /** Adds a component. */
    ADD("Add here", "Double-click on empty"),
    /** Adds a component between others. */
    ADD_INTO_WIRE("Add into a wire", "Select it, Tab"),
    /** Leads a wire through a place, and from there elsewhere. */
    WAYPOINT("Lead a wire elsewhere", "Double-click it, drag the point"),
    /** Takes such a place away. */
    WAYPOINT_GONE("Lead it there no more", "Double-click the point"),
    /** Goes along a hidden wire. */
    STUB("To the other end of a hidden wire", "Double-click an end"),
    /** Writes a note, or the title of a group. */
    WRITE("Write a note or a title", "Double-click it"),
    /** Moves all that is in a group. */
    MOVE_GROUP("Move a group", "Drag its title"),
    /** Adds a component that a box is linked to. */
    ADD_AT_BOX("Add to a box", "Double-click it"),
    /** Opens a component. */
    OPEN("Open", "Double-click a component"),
    /** Shows what can be done. */
    MENU("What can be done", "Right click"),
    /** Takes back what goes on. */
    CANCEL("Give up, select nothing", "Esc");

    private final String title;
    private final String hands;

    CanvasGesture(String title, String hands) {
        this.title = title;
        this.hands = hands;
    }

    private static String text(String key) {
        return Texts.of(CanvasGesture.class).get(key);
    }

    /** What comes of it. */
    public String title() {
        return title;
    }

    /** What to do for it. */
    public String hands() {
        return hands;
    }
}
