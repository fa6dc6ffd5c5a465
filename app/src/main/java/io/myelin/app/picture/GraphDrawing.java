package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.BorderBox;
import io.myelin.app.editor.canvas.geometry.BorderShapes;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.canvas.geometry.CompactCard;
import io.myelin.app.editor.canvas.geometry.ComponentFace.Kind;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextPlaces;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.paint.FamilyLook;
import io.myelin.app.editor.canvas.paint.Tone;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.PublicBox;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Set;

/** Draws what a canvas shows of a graph at rest: groups, notes, links, on them components with their boxes. */
final class GraphDrawing {
    private static final double RADIUS = 8;
    private static final double INSET = 8;
    private static final double TILE = 32;
    private static final double NAME_INSET = 12;
    private static final double FADED = 0.45;

    private final CanvasGeometry geometry;
    private final PictureTheme theme;
    private final PictureFonts fonts;
    private final Pen pen;

    GraphDrawing(CanvasGeometry geometry, PictureTheme theme, PictureFonts fonts, Pen pen) {
        this.geometry = geometry;
        this.theme = theme;
        this.fonts = fonts;
        this.pen = pen;
    }

    void draw() {
        LayoutDrawing layout = new LayoutDrawing(theme, fonts, pen);
        LinkDrawing links =
                new LinkDrawing(theme, fonts, pen, this::title, new HiddenEnds(geometry), new TextPlaces(geometry));
        border(geometry.border(), links);
        List<LinkShape> shapes = geometry.links().stream()
                .flatMap(link -> geometry.link(link.reference()).stream())
                .toList();
        List<GroupShape> groups = geometry.layout().groups();
        groups.stream().filter(group -> !group.isFolded()).forEach(layout::frame);
        geometry.layout().notes().forEach(layout::note);
        shapes.forEach(links::line);
        shapes.forEach(links::label);
        groups.stream().filter(GroupShape::isFolded).forEach(group -> layout.card(group, this::socket));
        geometry.components().stream()
                .filter(shape -> !geometry.isFolded(shape.id()))
                .forEach(this::component);
    }

    private String title(String id) {
        return geometry.component(id).map(shape -> shape.face().title()).orElse(id);
    }

    /** The strips with the graph's own boxes, and the ways to what those stand for. */
    private void border(BorderShapes border, LinkDrawing links) {
        for (PublicBox.Kind kind : PublicBox.Kind.values()) {
            border.strip(kind).ifPresent(strip -> {
                pen.fill(round(strip, RADIUS), ink(Tone.CARD_BORDER).faded(0.22));
                pen.stroke(round(strip, RADIUS), ink(Tone.CARD_BORDER), 1);
            });
        }
        border.links().forEach(links::passage);
        for (BorderBox box : border.boxes()) {
            Bounds tag = box.tag();
            pen.fill(round(tag, RADIUS), ink(Tone.CARD));
            pen.stroke(round(tag, RADIUS), ink(Tone.CARD_BORDER), 1);
            double x = tag.centre().x() - fonts.width(box.box().name(), TextStyle.DETAIL) / 2;
            pen.text(box.box().name(), TextStyle.DETAIL, x, tag.centre().y() + 4, ink(Tone.TITLE));
            box(box.socket());
        }
    }

    private Ink ink(Tone tone) {
        return theme.ink(tone);
    }

    private void component(ComponentShape shape) {
        boolean isFaded = shape.component().state() != ComponentState.ON;
        card(shape, isFaded);
        if (shape.style() == CardStyle.COMPACT) {
            line(shape, isFaded ? FADED : 1);
        } else {
            head(shape, isFaded ? FADED : 1);
        }
        shape.body().ifPresent(body -> pen.fill(round(body, 4), ink(Tone.WELL)));
        shape.boxes().forEach(this::box);
    }

    private void card(ComponentShape shape, boolean isFaded) {
        Bounds bounds = shape.bounds();
        boolean isUnknown = shape.face().kind() == Kind.UNKNOWN;
        if (!isUnknown) {
            pen.fill(round(bounds.moved(0, 2).grown(1.5), RADIUS + 1.5), ink(Tone.SHADOW));
            pen.fill(round(bounds.moved(0, 1), RADIUS), ink(Tone.SHADOW));
        }
        pen.fill(round(bounds, RADIUS), isUnknown ? ink(Tone.CARD).faded(0.5) : ink(Tone.CARD));
        float[] dashes = isUnknown || isFaded ? new float[] {5, 4} : new float[0];
        pen.stroke(round(bounds.grown(-0.5), RADIUS - 0.5), ink(Tone.CARD_BORDER), 1, dashes);
        if (shape.face().kind() == Kind.SUBGRAPH) {
            pen.stroke(
                    round(bounds.grown(-3), RADIUS - 3), ink(Tone.CARD_BORDER).faded(0.7), 1);
        }
    }

    private void head(ComponentShape shape, double opacity) {
        Bounds bounds = shape.bounds();
        Tone tone = tone(shape);
        Bounds tile = new Bounds(bounds.x() + INSET, bounds.y() + INSET, TILE, TILE);
        double strength = theme == PictureTheme.DARK ? 0.22 : 0.12;
        pen.fill(round(tile, 6), ink(tone).faded(strength * opacity));
        fonts.icon(icon(shape), tile.centre())
                .ifPresent(icon -> pen.fill(icon, ink(tone).faded(opacity)));
        double x = tile.right() + INSET;
        pen.text(
                shape.title(),
                TextStyle.TITLE,
                x,
                bounds.y() + 21,
                ink(shape.component().state() == ComponentState.ON ? Tone.TITLE : Tone.FADED));
        pen.text(detail(shape), TextStyle.DETAIL, x, bounds.y() + 37, ink(Tone.DETAIL));
    }

    private static Tone tone(ComponentShape shape) {
        return shape.face().kind() == Kind.UNKNOWN
                ? Tone.TYPE_ANY
                : FamilyLook.of(shape.face().family()).tone();
    }

    private static String icon(ComponentShape shape) {
        String own = shape.face().icon().isEmpty()
                ? FamilyLook.of(shape.face().family()).icon()
                : shape.face().icon();
        return shape.face().kind() == Kind.UNKNOWN ? FamilyLook.UNKNOWN_ICON : own;
    }

    /** The head of a compact card; what is muted or bypassed says so below it. */
    private void line(ComponentShape shape, double opacity) {
        Bounds head = shape.head();
        Point place = new Point(head.x() + CompactCard.ICON_AT, head.y() + CompactCard.LINE);
        double part = CompactCard.ICON / PictureFonts.ICON_SIZE;
        AffineTransform smaller = AffineTransform.getTranslateInstance(place.x(), place.y());
        smaller.scale(part, part);
        smaller.translate(-place.x(), -place.y());
        fonts.icon(icon(shape), place)
                .ifPresent(icon -> pen.fill(
                        smaller.createTransformedShape(icon), ink(tone(shape)).faded(opacity)));
        boolean isOn = shape.component().state() == ComponentState.ON;
        double x = head.x() + CompactCard.TEXT_LEFT;
        pen.text(
                shape.title(),
                TextStyle.TITLE,
                x,
                head.y() + CompactCard.LINE + 4.5,
                ink(isOn ? Tone.TITLE : Tone.FADED));
        if (!isOn) {
            pen.text(detail(shape), TextStyle.SMALL, x, shape.bounds().bottom() + 12, ink(Tone.DETAIL));
        }
    }

    private static String detail(ComponentShape shape) {
        return switch (shape.component().state()) {
            case ON -> shape.detail();
            case MUTED -> "muted";
            case BYPASSED -> "bypassed";
        };
    }

    private void box(BoxShape box) {
        socket(box);
        if (box.named()) {
            name(box, box.standing() == Standing.MISSING ? Tone.DANGER : Tone.DETAIL);
        }
    }

    private void socket(BoxShape box) {
        boolean isMissing = box.standing() == Standing.MISSING;
        Ink ink = ink(isMissing ? Tone.DANGER : Tone.of(box.declaration().types()));
        Set<MessageType> types = box.declaration().types();
        MessageType type = types.size() == 1 ? types.iterator().next() : MessageType.ANY;
        double halo = isRound(type) ? 1.5 : 2;
        pen.fill(outline(type, box.centre(), BoxShape.RADIUS + halo), ink(Tone.CARD));
        pen.fill(outline(type, box.centre(), BoxShape.RADIUS), ink);
        if (type == MessageType.ANY || box.standing() != Standing.DATA) {
            pen.fill(disc(box.centre(), BoxShape.RADIUS * 0.5), ink(Tone.CARD));
        }
    }

    private void name(BoxShape box, Tone tone) {
        String name = box.reference().box();
        double x = box.side() == Side.INLET
                ? box.centre().x() + NAME_INSET
                : box.centre().x() - NAME_INSET - fonts.width(name, TextStyle.SMALL);
        pen.text(name, TextStyle.SMALL, x, box.centre().y() + 3.5, ink(tone));
    }

    private static boolean isRound(MessageType type) {
        return type == MessageType.ANY || type == MessageType.TEXT;
    }

    /** The shape tells the type too, so that colour alone need not. */
    private static Shape outline(MessageType type, Point centre, double radius) {
        return switch (type) {
            case ANY, TEXT -> disc(centre, radius);
            case NUMBER -> polygon(centre, radius * 1.2, 4, 0);
            case BOOLEAN -> polygon(centre, radius * 1.25, 3, 0);
            case RECORD -> polygon(centre, radius * 1.3, 4, Math.PI / 4);
            case LIST -> polygon(centre, radius * 1.15, 6, 0);
            case BYTES -> polygon(centre, radius * 1.2, 5, -Math.PI / 2);
        };
    }

    private static Shape polygon(Point centre, double radius, int corners, double turn) {
        Path2D polygon = new Path2D.Double();
        for (int corner = 0; corner < corners; corner++) {
            double angle = turn + 2 * Math.PI * corner / corners;
            double x = centre.x() + radius * Math.cos(angle);
            double y = centre.y() + radius * Math.sin(angle);
            if (corner == 0) {
                polygon.moveTo(x, y);
            } else {
                polygon.lineTo(x, y);
            }
        }
        polygon.closePath();
        return polygon;
    }

    private static Shape disc(Point centre, double radius) {
        return new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }

    private static Shape round(Bounds bounds, double radius) {
        return new RoundRectangle2D.Double(
                bounds.x(), bounds.y(), bounds.width(), bounds.height(), 2 * radius, 2 * radius);
    }
}
