package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.TokenFlow;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.engine.component.MessageType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Paints what moves along links: tokens with their values, trains of pulses, and streams where there are too many. */
public final class TokenPainter {
    private static final double TOKEN = 6;
    private static final double PULSE = 3.5;
    private static final double SQUARE_BELOW = 1.8;
    private static final double LEAST_RADIUS = 1.2;
    private static final double STREAM_PITCH = 14;
    private static final double STREAM_SPEED = 90;
    private static final double VALUE_WIDTH = 120;
    private static final int MOST_VALUES = 16;
    private static final double READABLE_UP_TO = 2.5;

    private TokenPainter() {}

    /** The links in {@code area} that are so busy that a stream moves on them. */
    public static List<LinkShape> streams(LiveFrame frame, CanvasGeometry geometry, Bounds area) {
        if (frame.wires().isEmpty()) {
            return List.of();
        }
        return geometry.linksIn(area).stream()
                .filter(link -> !link.hidden() && isStream(frame.wires().get(link.reference())))
                .toList();
    }

    private static boolean isStream(@Nullable WireLife life) {
        return life != null && life.rate() > WireLife.PULSES_UP_TO;
    }

    /**
     * Paints all that is under way, {@code streams} being the links in view on which a stream moves, and {@code hovered}
     * the token under the pointer. The time {@code now} is by {@link System#nanoTime}. */
    public static void paint(
            Brush brush,
            TokenFlow flow,
            LiveFrame frame,
            List<LinkShape> streams,
            Optional<TokenFlow.Token> hovered,
            long now) {
        Bounds area = brush.viewport().visible();
        streams.forEach(link -> stream(brush, link, now));
        int values = 0;
        for (TokenFlow.Token token : flow.tokens(area, now)) {
            WireLife life = frame.wires().get(token.link().reference());
            double rate = life == null ? 0 : life.rate();
            token(brush, token, rate <= WireLife.TOKENS_UP_TO);
            if (rate <= READABLE_UP_TO && brush.detail() == Detail.EVERYTHING && values++ < MOST_VALUES) {
                value(brush, token);
            }
        }
        hovered.ifPresent(token -> value(brush, token));
    }

    private static void token(Brush brush, TokenFlow.Token token, boolean single) {
        double radius = single ? TOKEN : PULSE;
        GraphicsContext context = brush.context();
        Point place = token.place();
        Color color = color(brush, token.link());
        if (brush.toPixels(radius) < SQUARE_BELOW) {
            // So small, a square looks as round as a circle, and is painted in a tenth of the time.
            double side = Math.max(radius, brush.pixels(LEAST_RADIUS));
            context.setFill(color);
            context.fillRect(place.x() - side, place.y() - side, 2 * side, 2 * side);
            return;
        }
        Set<MessageType> types = token.link().from().declaration().types();
        context.setFill(brush.tones().of(Tone.BACKGROUND));
        SocketPainter.fill(context, types, place, radius + 1.5);
        context.setFill(color);
        SocketPainter.fill(context, types, place, radius);
    }

    private static Color color(Brush brush, LinkShape link) {
        return brush.tones().of(SocketPainter.tone(link.from().declaration().types()));
    }

    private static void value(Brush brush, TokenFlow.Token token) {
        String text = brush.fonts().fit(token.birth().preview(), TextStyle.SMALL, VALUE_WIDTH);
        double width = brush.fonts().width(text, TextStyle.SMALL);
        Point place = token.place();
        Bounds pill = new Bounds(place.x() - width / 2 - 6, place.y() - 26, width + 12, 16);
        brush.fillRound(pill, 4, brush.tones().of(Tone.CARD));
        brush.strokeRound(pill.grown(-0.5), 3.5, brush.tones().of(Tone.CARD_BORDER), 1);
        brush.text(
                text,
                TextStyle.SMALL,
                place.x() - width / 2,
                place.y() - 14.5,
                brush.tones().of(Tone.TITLE));
    }

    private static void stream(Brush brush, LinkShape link, long now) {
        LinkPath path = link.path();
        double length = path.length();
        double shift = now / 1e9 * STREAM_SPEED % STREAM_PITCH;
        GraphicsContext context = brush.context();
        // On the thick line of the link itself, hence not in its colour.
        context.setFill(brush.tones().of(Tone.CARD));
        double radius = Math.max(1.6, brush.pixels(0.8));
        for (double at = shift; at < length; at += STREAM_PITCH) {
            Point place = path.at(at / length);
            context.fillOval(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
        }
    }
}
