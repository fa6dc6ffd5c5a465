package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.PublicBox.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The boxes of the graph's own: strips to the left and right of all that is in the graph, with a tag for each box in the
 * order of the graph, as near as that allows to the inner box that it stands for. What is dragged leaves the strips where
 * they are, but takes the ways to them along. For one thread.
 */
public final class BorderShapes {
    private static final double APART = 80;
    private static final double PITCH = 40;
    private static final double TAG_HEIGHT = 28;
    private static final double TEXT_INSET = 12;
    private static final double NARROWEST = 72;
    private static final double WIDEST = 200;
    private static final double MARGIN = 12;
    private static final double HEAD = 32;
    private static final Bounds NOTHING_INSIDE = new Bounds(0, 0, 240, 120);

    private final BiFunction<BoxReference, Side, Optional<BoxShape>> inner;
    private final TextMeasure measure;
    private final Map<PublicBox, BorderBox> boxes = new LinkedHashMap<>();
    private final Map<LinkReference, LinkShape> links = new LinkedHashMap<>();
    private final Map<Kind, Bounds> strips = new LinkedHashMap<>();
    private Graph graph = Graph.EMPTY;
    private boolean wanted;

    /** {@code inner} finds boxes of components as they are shown. */
    BorderShapes(BiFunction<BoxReference, Side, Optional<BoxShape>> inner, TextMeasure measure) {
        this.inner = inner;
        this.measure = measure;
    }

    /** Whether the strips are there also where the graph has no boxes of its own, so that they can be made. */
    void setWanted(boolean isInside) {
        wanted = isInside;
    }

    /** Follows to {@code changed}, which fills {@code contents}. */
    void update(Graph changed, Supplier<Optional<Bounds>> contents) {
        graph = changed;
        boxes.clear();
        strips.clear();
        if (wanted || !changed.inboxes().isEmpty() || !changed.outboxes().isEmpty()) {
            Bounds inside = contents.get().orElse(NOTHING_INSIDE);
            for (Kind kind : Kind.values()) {
                if (wanted || !kind.of(changed).isEmpty()) {
                    place(kind, inside);
                }
            }
        }
        route();
    }

    private void place(Kind kind, Bounds inside) {
        boolean isLeft = kind == Kind.INBOX;
        double x = CanvasGeometry.onGrid(isLeft ? inside.x() - APART : inside.right() + APART);
        double width = Math.clamp(
                kind.of(graph).keySet().stream()
                                .mapToDouble(name -> measure.width(name, TextStyle.DETAIL))
                                .max()
                                .orElse(0)
                        + 2 * TEXT_INSET,
                NARROWEST,
                WIDEST);
        double left = isLeft ? x - width : x;
        double next = Double.NEGATIVE_INFINITY;
        double top = inside.y();
        double bottom = inside.bottom();
        for (Map.Entry<String, BoxReference> entry : kind.of(graph).entrySet()) {
            Optional<BoxShape> meant = inner.apply(entry.getValue(), innerSide(kind));
            double wish = meant.map(box -> box.centre().y()).orElse(inside.y() + TAG_HEIGHT / 2);
            double y = Math.max(next, wish);
            next = y + PITCH;
            PublicBox box = new PublicBox(kind, entry.getKey());
            Bounds tag = new Bounds(left, y - TAG_HEIGHT / 2, width, TAG_HEIGHT);
            boxes.put(box, new BorderBox(box, socket(box, meant, new Point(x, y)), tag));
            top = Math.min(top, tag.y());
            bottom = Math.max(bottom, tag.bottom());
        }
        strips.put(
                kind,
                new Bounds(left - MARGIN, top - HEAD - MARGIN, width + 2 * MARGIN, bottom - top + HEAD + 2 * MARGIN));
    }

    /** On which side of components the boxes stand that boxes of {@code kind} stand for. */
    public static Side innerSide(Kind kind) {
        return kind == Kind.INBOX ? Side.INLET : Side.OUTLET;
    }

    /** The boxes at the border that a box on {@code side} can be joined to. */
    public static Kind kindFor(Side side) {
        return side == Side.INLET ? Kind.INBOX : Kind.OUTBOX;
    }

    private static BoxShape socket(PublicBox box, Optional<BoxShape> meant, Point centre) {
        BoxDeclaration declaration = meant.map(BoxShape::declaration)
                .map(one -> new BoxDeclaration(box.name(), one.types(), one.help()))
                .orElseGet(() -> new BoxDeclaration(box.name(), Set.of(MessageType.ANY), ""));
        return new BoxShape(
                LinkReference.border(box),
                innerSide(box.kind()).opposite(),
                declaration,
                meant.isPresent() ? Standing.DATA : Standing.MISSING,
                centre,
                false);
    }

    /** Leads the ways anew to where the inner boxes are shown. */
    void route() {
        links.clear();
        boxes.forEach((box, shape) -> {
            BoxReference meant = box.kind().of(graph).get(box.name());
            if (meant != null) {
                inner.apply(meant, innerSide(box.kind())).ifPresent(end -> {
                    BoxShape from = box.kind() == Kind.INBOX ? shape.socket() : end;
                    BoxShape to = box.kind() == Kind.INBOX ? end : shape.socket();
                    LinkReference reference = LinkReference.of(box, meant);
                    LinkPath path = LinkPath.curve(from.centre(), to.centre());
                    links.put(reference, new LinkShape(reference, path, from, to));
                });
            }
        });
    }

    /** Whether there is a border. */
    public boolean isShown() {
        return !strips.isEmpty();
    }

    /** The strip on which boxes of {@code kind} stand, where there is one. */
    public Optional<Bounds> strip(Kind kind) {
        return Optional.ofNullable(strips.get(kind));
    }

    /** All boxes, inboxes first, in the order of the graph. */
    public List<BorderBox> boxes() {
        return List.copyOf(boxes.values());
    }

    /** One of the boxes. */
    public Optional<BorderBox> box(PublicBox box) {
        return Optional.ofNullable(boxes.get(box));
    }

    /** The socket that {@code reference} means on {@code side}, as seen from inside. */
    Optional<BoxShape> socket(BoxReference reference, Side side) {
        Kind kind = kindFor(side.opposite());
        return LinkReference.isBorder(reference)
                ? box(new PublicBox(kind, reference.box())).map(BorderBox::socket)
                : Optional.empty();
    }

    /** The box whose tag is at {@code world}. */
    public Optional<BorderBox> tagAt(Point world) {
        return boxes.values().stream().filter(box -> box.tag().contains(world)).findFirst();
    }

    /** Where in the order of its kind {@code box} comes when its tag is let go at {@code y}. */
    public int indexAt(PublicBox box, double y) {
        return (int) boxes.values().stream()
                .filter(other ->
                        other.box().kind() == box.kind() && !other.box().equals(box))
                .filter(other -> other.tag().centre().y() < y)
                .count();
    }

    /** The way between a box and the one that it stands for. */
    Optional<LinkShape> link(LinkReference reference) {
        return Optional.ofNullable(links.get(reference));
    }

    /** The ways that touch {@code area}. */
    List<LinkShape> linksIn(Bounds area) {
        return links.values().stream()
                .filter(link -> link.path().bounds().intersects(area))
                .toList();
    }

    /** The ways that begin or end at a component. */
    Stream<LinkReference> linksAt(String id) {
        return links.keySet().stream().filter(link -> link.touches(id));
    }

    /** All ways between boxes and those that they stand for. */
    public List<LinkShape> links() {
        return List.copyOf(links.values());
    }

    /** A rectangle around the strips; empty for none. */
    public Optional<Bounds> contents() {
        return Bounds.around(List.copyOf(strips.values()));
    }
}
