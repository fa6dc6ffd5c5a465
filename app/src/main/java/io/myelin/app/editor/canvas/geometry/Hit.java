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

    /** Nothing at all. */
    record OnNothing() implements Hit {}
}
