package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.engine.component.MessageType;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints sockets. The type of message shows by colour and by shape, so that either alone tells it. */
public final class SocketPainter {
    private SocketPainter() {}

    /** The colour of boxes of these types. */
    public static Tone tone(Set<MessageType> types) {
        return Tone.of(types);
    }

    static void paint(Brush brush, BoxShape box, double scale, double opacity) {
        double radius = BoxShape.RADIUS * scale;
        Tone tone = box.standing() == Standing.MISSING
                ? Tone.DANGER
                : tone(box.declaration().types());
        Color color = brush.tones().of(tone, opacity);
        Color card = brush.tones().of(Tone.CARD);
        GraphicsContext context = brush.context();
        Set<MessageType> types = box.declaration().types();
        MessageType type = types.size() == 1 ? types.iterator().next() : MessageType.ANY;
        double[][] outline = outline(type, box.centre(), radius);
        if (brush.detail() != Detail.EVERYTHING || outline.length == 0) {
            disc(context, box.centre(), radius + 1.5, card);
            disc(context, box.centre(), radius, color);
        } else {
            double[][] halo = outline(type, box.centre(), radius + 2);
            context.setFill(card);
            context.fillPolygon(halo[0], halo[1], halo[0].length);
            context.setFill(color);
            context.fillPolygon(outline[0], outline[1], outline[0].length);
        }
        if (type == MessageType.ANY || box.standing() != Standing.DATA) {
            disc(context, box.centre(), radius * 0.5, card);
        }
    }

    /** Fills the shape that stands for boxes of {@code types}: what travels between them has it, too. */
    static void fill(GraphicsContext context, Set<MessageType> types, Point centre, double radius) {
        double[][] outline = outline(types.size() == 1 ? types.iterator().next() : MessageType.ANY, centre, radius);
        if (outline.length == 0) {
            context.fillOval(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
        } else {
            context.fillPolygon(outline[0], outline[1], outline[0].length);
        }
    }

    private static void disc(GraphicsContext context, Point centre, double radius, Color color) {
        context.setFill(color);
        context.fillOval(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }

    private static double[][] outline(MessageType type, Point centre, double radius) {
        return switch (type) {
            case ANY, TEXT -> new double[0][];
            case NUMBER -> polygon(centre, radius * 1.2, 4, 0);
            case BOOLEAN -> polygon(centre, radius * 1.25, 3, 0);
            case RECORD -> polygon(centre, radius * 1.3, 4, Math.PI / 4);
            case LIST -> polygon(centre, radius * 1.15, 6, 0);
            case BYTES -> polygon(centre, radius * 1.2, 5, -Math.PI / 2);
        };
    }

    private static double[][] polygon(Point centre, double radius, int corners, double turn) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            xs[i] = centre.x() + radius * Math.cos(angle);
            ys[i] = centre.y() + radius * Math.sin(angle);
        }
        return new double[][] {xs, ys};
    }
}
