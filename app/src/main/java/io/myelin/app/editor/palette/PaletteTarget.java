package io.myelin.app.editor.palette;

/** Where components from the palette go. */
public interface PaletteTarget {
    /** Places a component of type {@code id} where there is room: beside the selection, else in the middle of the view. */
    void place(String id);

    /**
     * Places a component of type {@code id} under the pointer, given in the scene's coordinates; does nothing where
     * that is not over a canvas.
     */
    void drop(String id, double sceneX, double sceneY);

    /** A component of type {@code id} is carried over a place of the scene: shows what {@link #drop} would do there. */
    void carried(String id, double sceneX, double sceneY);

    /** Nothing is carried any more. */
    void carriedNoMore();
}
