package io.myelin.app.editor.speed;

import io.myelin.app.editor.canvas.CanvasFixture;
import io.myelin.app.editor.canvas.CanvasProbe;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Taking edits back in a graph of 20,000, in frames of a screen that shows sixty a second. */
final class EditRows {
    private static final double FRAME = 1000 / 60.0;
    private static final double ALL_IN_VIEW = 0.1;

    private final CanvasRows canvas;

    EditRows(CanvasRows canvas) {
        this.canvas = canvas;
    }

    List<Figure> undoing() {
        return List.of(
                undo(
                        "undo of one component moved, of 20,000",
                        1,
                        probe -> probe.canvas().operations().nudge(8, 0)),
                undo(
                        "undo of 500 deleted, of 20,000",
                        500,
                        probe -> probe.canvas().deleteSelection()),
                undo(
                        "undo of all 20,000 deleted",
                        20_000,
                        probe -> probe.canvas().deleteSelection()),
                undo("undo of a setting typed, in 20,000", 1, EditRows::type));
    }

    /** As each keystroke in the inspector does. */
    private static void type(CanvasProbe probe) {
        String id = probe.document().selection().components().getFirst();
        GraphComponent component = probe.document().graph().components().get(id);
        probe.document()
                .perform("Title", new GraphEdit.ChangeComponent(id, component.withTitle("Typed")), "title of " + id);
    }

    private Figure undo(String what, int count, Consumer<CanvasProbe> edit) {
        CanvasProbe probe = canvas.open(CanvasRows.twentyThousand(), ALL_IN_VIEW);
        List<String> ids = new ArrayList<>(
                CanvasFixture.call(() -> probe.document().graph().components().keySet()));
        List<String> chosen = ids.subList(ids.size() / 2 - count / 2, ids.size() / 2 - count / 2 + count);
        double[] undone = new double[Rounds.COUNT];
        for (int round = -1; round < Rounds.COUNT; round++) {
            SpeedWindow.untilPainted(() -> {
                probe.document().selection().select(chosen, Set.of());
                edit.accept(probe);
            });
            undone[Math.max(0, round)] = SpeedWindow.untilPainted(probe.document()::undo) / FRAME;
        }
        CanvasFixture.run(probe.canvas()::close);
        return Figure.alone(what, "frames", Rounds.median(undone), 3, 1);
    }
}
