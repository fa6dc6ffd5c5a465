package io.myelin.app.editor.canvas.geometry;

/** What is at a point of the canvas. */
public sealed interface Hit {
    /** A socket. */
    record OnBox(BoxShape box) implements Hit {}

    /** The corner by which the content of a component is resized. */
    record OnCorner(ComponentShape component) implements Hit {}

    /** A component. */
    record OnComponent(ComponentShape component) implements Hit {}

    /** A link. */
    record OnLink(LinkShape link) implements Hit {}

    /** The shared row of several hidden links, which says how many they are. */
    record OnHiddenEnds(HiddenEnds.End end) implements Hit {}

    /** A place that a link is led through; {@code index} from 0 in the direction of the messages. */
    record OnWaypoint(LinkShape link, int index) implements Hit {}

    /** A note. */
    record OnNote(NoteShape note) implements Hit {}

    /** The corner by which a note is resized. */
    record OnNoteCorner(NoteShape note) implements Hit {}

    /** The tag of a box of the graph's own. */
    record OnBorder(BorderBox box) implements Hit {}

    /** The title of a group. */
    record OnGroup(GroupShape group) implements Hit {}

    /** Nothing at all. */
    record OnNothing() implements Hit {}
}
