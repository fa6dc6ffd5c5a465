package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import java.util.Optional;

/**
 * A link that is being drawn.
 *
 * @param fixed the box it hangs on
 * @param loose where its other end is, in the world: at the pointer, or at a box that draws it to itself
 * @param target the box it would be joined to
 * @param refusal why it can't be joined to {@code target}; empty where it can
 * @param lifted the link that it takes the place of
 */
public record LinkDraft(
        BoxShape fixed,
        Point loose,
        Optional<BoxShape> target,
        Optional<String> refusal,
        Optional<LinkReference> lifted) {
    /** Whether letting go now makes the link. */
    public boolean isAccepted() {
        return target.isPresent() && refusal.isEmpty();
    }
}
