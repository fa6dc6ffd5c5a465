package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.Selection;
import java.util.Optional;

/** What the keys do that belong to the canvas and to no menu. */
final class CanvasKeys {
    private static final double FAR = 5;

    private final Surface surface;
    private final CanvasOperations operations;
    private final boolean edits;

    /** Where {@code edits} is false, no key changes the graph. */
    CanvasKeys(Surface surface, CanvasOperations operations, boolean edits) {
        this.surface = surface;
        this.operations = operations;
        this.edits = edits;
    }

    /** Does what {@code event} means; false where it means nothing now. */
    boolean press(KeyEvent event, Point pointer) {
        Selection selection = surface.document().selection();
        return switch (event.key()) {
            case ESCAPE -> {
                boolean meant = !selection.isEmpty();
                selection.clear();
                yield meant;
            }
            case TAB -> {
                if (!edits) {
                    yield false;
                }
                surface.host()
                        .offerComponents(selection
                                .onlyLink()
                                .flatMap(surface.geometry()::link)
                                .map(QuickAddRequest::into)
                                .orElseGet(() -> QuickAddRequest.at(pointer)));
                yield true;
            }
            case ENTER -> {
                selection.onlyComponent().ifPresent(surface.host()::componentOpened);
                Optional<String> note = selection.onlyNote().filter(_ -> edits);
                note.ifPresent(surface.host()::noteOpened);
                yield selection.onlyComponent().isPresent() || note.isPresent();
            }
            case LEFT -> arrow(event.modifiers(), -1, 0);
            case RIGHT -> arrow(event.modifiers(), 1, 0);
            case UP -> arrow(event.modifiers(), 0, -1);
            case DOWN -> arrow(event.modifiers(), 0, 1);
            case SPACE -> false;
        };
    }

    /** Plain: moves what is selected. Ctrl: far. Alt: selects the neighbour. Shift and sideways is an action. */
    private boolean arrow(Modifiers modifiers, int dx, int dy) {
        if (modifiers.shift() && dx != 0) {
            return false;
        }
        if (modifiers.alt() || !edits || !surface.document().selection().hasPlaced()) {
            operations.selectNeighbour(dx, dy);
        } else {
            double step = CanvasGeometry.GRID * (modifiers.control() ? FAR : 1);
            operations.nudge(dx * step, dy * step);
        }
        return true;
    }
}
