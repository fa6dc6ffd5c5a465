package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.util.List;

/** Paints groups under all else: a tinted frame with a bar for its title. */
final class GroupPainter {
    private static final double RADIUS = 8;
    private static final double INSET = 12;
    private static final double BASELINE = 19;

    private final Brush brush;
    private final PaintState state;

    GroupPainter(Brush brush, PaintState state) {
        this.brush = brush;
        this.state = state;
    }

    void paint(List<GroupShape> groups) {
        groups.forEach(this::paint);
    }

    private void paint(GroupShape shape) {
        Hue hue = Hue.named(shape.group().color()).orElse(Hue.GROUP);
        boolean pointed = state.feedback().hover() instanceof Hit.OnGroup(GroupShape hovered)
                && hovered.name().equals(shape.name());
        Bounds bounds = shape.bounds();
        brush.fillRound(bounds, RADIUS, hue.at(0.09));
        brush.fillRound(shape.title(), RADIUS, hue.at(pointed ? 0.30 : 0.18));
        brush.strokeRound(bounds, RADIUS, hue.at(pointed ? 1 : 0.65), brush.pixels(1));
        if (brush.detail().shows(Detail.TITLES) && !shape.group().title().isEmpty()) {
            String title = brush.fonts().fit(shape.group().title(), TextStyle.TITLE, bounds.width() - 2 * INSET);
            brush.text(
                    title,
                    TextStyle.TITLE,
                    bounds.x() + INSET,
                    bounds.y() + BASELINE,
                    brush.tones().of(Tone.TITLE));
        }
    }
}
