package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextPlaces;
import io.myelin.app.editor.canvas.gesture.LinkDraft;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.editor.document.LinkReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints links: quiet lines with a small arrow in the middle; strong where selected, pointed at, or busy. */
final class LinkPainter {
    private static final double WIDTH = 1.75;
    private static final double[] LOOSE = {6, 5};
    private static final double[] MUTED = {2, 6};
    private static final double ARROW = 4.5;
    private static final double MOST_BUSY = 6;
    // Where more is visible, nobody follows a single line, and looking for crossings would cost more than the painting.
    private static final int MOST_CUT = 400;

    private final Brush brush;
    private final PaintState state;
    private final UnaryOperator<String> titles;
    private final HiddenEnds ends;
    private final WirePainter wires;
    private final List<LinkPath> painted = new ArrayList<>();
    private final Map<Tone, Color> quiet = new EnumMap<>(Tone.class);
    // Asked once, for looking thousands of links up in sets that are mostly empty takes longer than painting them.
    private final boolean isQuiet;
    private final boolean hasLifted;
    private final boolean isAnyWrong;
    private boolean cuts;

    /** {@code titles} gives the title of a component by its id, {@code ends} the places of the ends of hidden links. */
    LinkPainter(Brush brush, PaintState state, UnaryOperator<String> titles, HiddenEnds ends, TextPlaces places) {
        this.brush = brush;
        this.state = state;
        this.titles = titles;
        this.ends = ends;
        this.wires = new WirePainter(brush, places);
        boolean pointed = state.feedback().hover() instanceof Hit.OnLink
                || state.feedback().hover() instanceof Hit.OnWaypoint;
        this.isQuiet = state.links().isEmpty() && state.feedback().marked().isEmpty() && !pointed;
        this.hasLifted = state.feedback().draft().flatMap(LinkDraft::lifted).isPresent();
        this.isAnyWrong = !state.problems().wrongLinks().isEmpty();
    }

    void paint(List<LinkShape> links) {
        cuts = brush.detail() == Detail.EVERYTHING && links.size() <= MOST_CUT;
        for (LinkShape link : links) {
            if (!isStrong(link.reference())) {
                paint(link);
            }
        }
        for (LinkShape link : links) {
            if (isStrong(link.reference())) {
                paint(link);
                if (!link.hidden()) {
                    wires.waypoints(link, color(link));
                }
            }
        }
        // Over all lines, so that none runs through a text.
        links.forEach(link -> wires.label(link, color(link), isStrong(link.reference())));
    }

    /** Paints straight lines; hidden links, which are few, as ever. */
    void paint(List<LinkShape> links, BlockPainter blocks) {
        List<LinkShape> strong = new ArrayList<>();
        for (LinkShape link : links) {
            if (!link.hidden()) {
                blocks.line(link, lifted(link) ? brush.tones().of(Tone.LINK, 0.3) : color(link));
            }
            if (isStrong(link.reference())) {
                strong.add(link);
            }
        }
        for (LinkShape link : strong) {
            if (!link.hidden()) {
                blocks.line(link, color(link));
            }
        }
        links.stream().filter(LinkShape::hidden).forEach(this::paint);
    }

    private boolean lifted(LinkShape link) {
        return hasLifted
                && state.feedback().draft().flatMap(LinkDraft::lifted).stream().anyMatch(link.reference()::equals);
    }

    private boolean isStrong(LinkReference link) {
        return !isQuiet && isStrongAmongOthers(link);
    }

    private boolean isStrongAmongOthers(LinkReference link) {
        return state.links().contains(link) || state.feedback().marked().contains(link) || isHovered(link);
    }

    private boolean isHovered(LinkReference link) {
        return switch (state.feedback().hover()) {
            case Hit.OnLink(LinkShape hovered) -> hovered.reference().equals(link);
            case Hit.OnWaypoint(LinkShape hovered, int _) -> hovered.reference().equals(link);
            default -> false;
        };
    }

    private void paint(LinkShape link) {
        LinkReference reference = link.reference();
        Color color = lifted(link) ? brush.tones().of(Tone.LINK, 0.3) : color(link);
        double width = width(reference);
        if (link.hidden()) {
            end(link, Side.OUTLET, color, width);
            end(link, Side.INLET, color, width);
            if (state.links().contains(reference)) {
                wires.between(link, color);
            }
            return;
        }
        if (cuts) {
            wires.gaps(link.path(), width, painted);
            painted.add(link.path());
        }
        boolean dashed = link.muted()
                || state.feedback().marked().contains(reference)
                || link.from().standing() == Standing.MISSING
                || link.to().standing() == Standing.MISSING;
        boolean passesThrough = reference.publicBox().isPresent();
        if (dashed) {
            brush.dashes(link.muted() ? MUTED : LOOSE);
        } else if (passesThrough) {
            brush.dashes(1, 5);
        }
        if (isStrong(reference)) {
            if (dashed) {
                // The line of the whole picture would show between the dashes of the one that is drawn over it.
                brush.dashes();
                brush.stroke(link.path(), brush.tones().of(Tone.BACKGROUND), width + 1);
                brush.dashes(link.muted() ? MUTED : LOOSE);
            }
            brush.stroke(link.path(), withOpacity(color, 0.18), width + 6);
        }
        brush.stroke(link.path(), color, passesThrough ? width + 0.75 : width);
        brush.dashes();
        if (link.label().isEmpty() && !link.muted() && !passesThrough && brush.detail() == Detail.EVERYTHING) {
            arrow(link.path(), color);
        }
    }

    /** One end of a hidden link: of those that share a row the first says how many they are, a strong one who it is. */
    private void end(LinkShape link, Side side, Color color, double width) {
        HiddenEnds.End end = ends.of(link, side);
        boolean shared = end.links().size() > 1;
        boolean strong = isStrong(link.reference());
        if (shared && !strong && !end.links().getFirst().reference().equals(link.reference())) {
            return;
        }
        String other = titles.apply(
                (side == Side.OUTLET ? link.reference().to() : link.reference().from()).component());
        String name = link.label().isEmpty() ? other : link.label() + " · " + other;
        wires.end(end, shared && !strong ? "+" + end.links().size() : name, color, width);
    }

    private static Color withOpacity(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    private double width(LinkReference reference) {
        double busy = busyness(state.live(), reference);
        boolean strong = state.links().contains(reference) || isHovered(reference);
        return Math.min(MOST_BUSY, WIDTH + (strong ? 0.5 : 0) + busy);
    }

    /**
     * By how much a link is thicker for what runs along it, in units of the world. In steps, so that a rate that wavers
     * does not have the whole graph painted again.
     */
    static double busyness(LiveFrame live, LinkReference link) {
        WireLife life = live.wires().get(link);
        return life == null || life.rate() <= WireLife.PULSES_UP_TO
                ? 0
                : 0.5 + Math.rint(2 * Math.log10(life.rate() / WireLife.PULSES_UP_TO)) / 2;
    }

    private Color color(LinkShape link) {
        LinkReference reference = link.reference();
        if (!isQuiet && state.feedback().marked().contains(reference)) {
            return brush.tones().of(state.feedback().slice().isPresent() ? Tone.DANGER : Tone.ACCENT);
        }
        if (!isQuiet && state.links().contains(reference)) {
            return brush.tones().of(Tone.ACCENT);
        }
        if (isAnyWrong && state.problems().wrongLinks().contains(reference)) {
            return brush.tones().of(Tone.DANGER);
        }
        if (link.muted()) {
            return brush.tones().of(Tone.LINK, !isQuiet && isHovered(reference) ? 1 : 0.6);
        }
        Tone tone = SocketPainter.tone(link.from().declaration().types());
        return !isQuiet && isHovered(reference) ? brush.tones().of(tone) : quiet.computeIfAbsent(tone, this::quiet);
    }

    private Color quiet(Tone tone) {
        return brush.tones().of(Tone.LINK).interpolate(brush.tones().of(tone), 0.45);
    }

    private void arrow(LinkPath path, Color color) {
        if (path.length() < 8 * ARROW) {
            return;
        }
        Point tip = path.at(0.5 + ARROW / path.length());
        Point tail = path.at(0.5 - ARROW / path.length());
        double angle = Math.atan2(tip.y() - tail.y(), tip.x() - tail.x());
        double cos = Math.cos(angle) * ARROW;
        double sin = Math.sin(angle) * ARROW;
        GraphicsContext context = brush.context();
        context.setFill(color);
        context.fillPolygon(
                new double[] {tip.x(), tail.x() - sin * 0.9, tail.x() + sin * 0.9},
                new double[] {tip.y(), tail.y() + cos * 0.9, tail.y() - cos * 0.9},
                3);
    }
}
