package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays a component out: an icon, title and detail in the head, boxes on the two borders, the content below. A plain
 * {@code inbox} and {@code outbox}, and the only box of a side, stand beside the head, so that chains run straight; every
 * other box has a row with its name below it.
 */
final class ShapeMaker {
    /** The pitch of the grid on which components stand. */
    static final double GRID = 8;

    private static final double HEAD = 48;
    private static final double FOLDED_ROW = 14;
    private static final double TEXT_LEFT = 48;
    private static final double TEXT_RIGHT = 16;
    private static final double ROW = 20;
    private static final double ROWS_BELOW = 4;
    /** Wide enough for most settings: their text never makes a card wider, so that typing moves nothing. */
    private static final double NARROWEST = 160;

    /** Little more, so that a title that is typed does not grow over the next card. */
    private static final double WIDEST = 208;

    private static final double NAME_INSET = 12;
    private static final double NAMES_APART = 24;
    private static final double BODY_INSET = 8;
    private static final double BODY_WIDTH = 280;
    private static final double BODY_HEIGHT = 160;

    private final TextMeasure measure;
    private final CardStyle style;

    /** Makes components of this style. */
    ShapeMaker(TextMeasure measure, CardStyle style) {
        this.measure = measure;
        this.style = style;
    }

    /** The shape of a component at {@code place}; {@code linked} are the names that links give its boxes. */
    ComponentShape make(
            String id,
            GraphComponent component,
            ComponentFace face,
            Position place,
            LinkedNames linked,
            boolean outOfBand) {
        if (style == CardStyle.COMPACT) {
            return compact(id, component, face, place, linked, outOfBand);
        }
        if (FoldedPlace.isFolded(place)) {
            return folded(id, component, face, place, linked);
        }
        List<Row> inlets = rows(face, Side.INLET, linked.inlets(), outOfBand);
        List<Row> outlets = rows(face, Side.OUTLET, linked.outlets(), outOfBand);
        double width = width(face, place, inlets, outlets);
        long count = Math.max(named(inlets), named(outlets));
        double top = HEAD + (count > 0 ? count * ROW + ROWS_BELOW : 0);
        Optional<Bounds> body = face.showsContent()
                ? Optional.of(new Bounds(
                        place.x() + BODY_INSET,
                        place.y() + top,
                        width - 2 * BODY_INSET,
                        wanted(place, "height").orElse(BODY_HEIGHT)))
                : Optional.empty();
        double height = top + body.map(area -> area.height() + BODY_INSET).orElse(0.0);
        Bounds bounds = new Bounds(place.x(), place.y(), width, height);
        double room = width - TEXT_LEFT - TEXT_RIGHT;
        return new ComponentShape(
                id,
                component,
                face,
                bounds,
                measure.fit(face.title(), TextStyle.TITLE, room),
                measure.fit(face.detail(), TextStyle.DETAIL, room),
                boxes(id, inlets, Side.INLET, bounds),
                boxes(id, outlets, Side.OUTLET, bounds),
                body,
                CardStyle.FULL);
    }

    /** Only the head, with the boxes that are linked beside it, or the first of a side that has none. */
    private ComponentShape folded(
            String id, GraphComponent component, ComponentFace face, Position place, LinkedNames linked) {
        List<Row> inlets = linked(rows(face, Side.INLET, linked.inlets(), false), linked.inlets());
        List<Row> outlets = linked(rows(face, Side.OUTLET, linked.outlets(), false), linked.outlets());
        double height = Math.max(HEAD, (Math.max(inlets.size(), outlets.size()) + 1) * FOLDED_ROW);
        double width = Math.ceil(headWidth(face) / GRID) * GRID;
        Bounds bounds = new Bounds(place.x(), place.y(), width, height);
        double room = width - TEXT_LEFT - TEXT_RIGHT;
        return new ComponentShape(
                id,
                component,
                face,
                bounds,
                measure.fit(face.title(), TextStyle.TITLE, room),
                measure.fit(face.detail(), TextStyle.DETAIL, room),
                beside(id, inlets, Side.INLET, bounds),
                beside(id, outlets, Side.OUTLET, bounds),
                Optional.empty(),
                CardStyle.FULL);
    }

    /** A line high: all boxes stand on the borders, close together, and the content below. */
    private ComponentShape compact(
            String id,
            GraphComponent component,
            ComponentFace face,
            Position place,
            LinkedNames linked,
            boolean outOfBand) {
        boolean folded = FoldedPlace.isFolded(place);
        List<Row> inlets = rows(face, Side.INLET, linked.inlets(), outOfBand && !folded);
        List<Row> outlets = rows(face, Side.OUTLET, linked.outlets(), outOfBand && !folded);
        if (folded) {
            inlets = linked(inlets, linked.inlets());
            outlets = linked(outlets, linked.outlets());
        }
        boolean content = face.showsContent() && !folded;
        double text = measure.width(face.title(), TextStyle.TITLE);
        double wanted = Math.clamp(
                CompactCard.TEXT_LEFT + text + CompactCard.TEXT_RIGHT, CompactCard.NARROWEST, CompactCard.WIDEST);
        if (content) {
            wanted = Math.max(wanted, wanted(place, "width").orElse(BODY_WIDTH));
        }
        double width = Math.ceil(wanted / GRID) * GRID;
        double top = CompactCard.height(Math.max(inlets.size(), outlets.size()));
        Optional<Bounds> body = content
                ? Optional.of(new Bounds(
                        place.x() + BODY_INSET,
                        place.y() + top,
                        width - 2 * BODY_INSET,
                        wanted(place, "height").orElse(BODY_HEIGHT)))
                : Optional.empty();
        Bounds head = new Bounds(place.x(), place.y(), width, top);
        double height = top + body.map(area -> area.height() + BODY_INSET).orElse(0.0);
        return new ComponentShape(
                id,
                component,
                face,
                new Bounds(place.x(), place.y(), width, height),
                measure.fit(face.title(), TextStyle.TITLE, width - CompactCard.TEXT_LEFT - CompactCard.TEXT_RIGHT),
                "",
                close(id, inlets, Side.INLET, head),
                close(id, outlets, Side.OUTLET, head),
                body,
                CardStyle.COMPACT);
    }

    private static List<BoxShape> close(String id, List<Row> rows, Side side, Bounds head) {
        List<BoxShape> boxes = new ArrayList<>(rows.size());
        double x = side == Side.INLET ? head.x() : head.right();
        for (Row row : rows) {
            double y = head.y() + CompactCard.boxAt(boxes.size());
            BoxReference reference = new BoxReference(id, row.declaration.name());
            boxes.add(new BoxShape(reference, side, row.declaration, row.standing, new Point(x, y), false));
        }
        return boxes;
    }

    private static List<Row> linked(List<Row> rows, Set<String> names) {
        List<Row> linked = rows.stream()
                .filter(row -> names.contains(row.declaration.name()))
                .toList();
        return linked.isEmpty() ? rows.stream().limit(1).toList() : linked;
    }

    private static List<BoxShape> beside(String id, List<Row> rows, Side side, Bounds bounds) {
        List<BoxShape> boxes = new ArrayList<>(rows.size());
        double x = side == Side.INLET ? bounds.x() : bounds.right();
        for (Row row : rows) {
            double y = bounds.y() + bounds.height() * (boxes.size() + 1) / (rows.size() + 1);
            BoxReference reference = new BoxReference(id, row.declaration.name());
            boxes.add(new BoxShape(reference, side, row.declaration, row.standing, new Point(x, y), false));
        }
        return boxes;
    }

    private double width(ComponentFace face, Position place, List<Row> inlets, List<Row> outlets) {
        double wanted = headWidth(face);
        double names = widest(inlets) + widest(outlets);
        if (names > 0) {
            wanted = Math.max(wanted, names + 2 * NAME_INSET + NAMES_APART);
        }
        if (face.showsContent()) {
            wanted = Math.max(wanted, wanted(place, "width").orElse(BODY_WIDTH));
        }
        return Math.ceil(wanted / GRID) * GRID;
    }

    private double headWidth(ComponentFace face) {
        return Math.clamp(TEXT_LEFT + measure.width(face.title(), TextStyle.TITLE) + TEXT_RIGHT, NARROWEST, WIDEST);
    }

    private double widest(List<Row> rows) {
        return rows.stream()
                .filter(Row::named)
                .mapToDouble(row -> measure.width(row.declaration.name(), TextStyle.SMALL))
                .max()
                .orElse(0);
    }

    private static Optional<Double> wanted(Position place, String name) {
        return place.unknown().get(name) instanceof Number number && number.doubleValue() >= ROW
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }

    private static List<Row> rows(ComponentFace face, Side side, Set<String> linked, boolean outOfBand) {
        List<BoxDeclaration> declared = side == Side.INLET ? face.inlets() : face.outlets();
        BoxDeclaration special = side == Side.INLET ? ComponentType.CONTROL : ComponentType.SIGNAL;
        List<BoxDeclaration> boxes = new ArrayList<>(declared);
        List<Standing> standings = new ArrayList<>(Collections.nCopies(declared.size(), Standing.DATA));
        Standing undeclared = face.kind() == ComponentFace.Kind.UNKNOWN ? Standing.DATA : Standing.MISSING;
        linked.stream()
                .filter(name -> !name.equals(special.name()))
                .filter(name -> declared.stream().noneMatch(box -> box.name().equals(name)))
                .forEach(name -> {
                    boxes.add(new BoxDeclaration(name, Set.of(), ""));
                    standings.add(undeclared);
                });
        if (outOfBand || linked.contains(special.name())) {
            boxes.add(special);
            standings.add(Standing.OUT_OF_BAND);
        }
        String plain = side == Side.INLET ? "inbox" : "outbox";
        List<Row> rows = new ArrayList<>(boxes.size());
        for (int i = 0; i < boxes.size(); i++) {
            boolean besideHead =
                    i == 0 && (boxes.size() == 1 || boxes.getFirst().name().equals(plain));
            rows.add(new Row(boxes.get(i), standings.get(i), !besideHead));
        }
        return rows;
    }

    private static long named(List<Row> rows) {
        return rows.stream().filter(Row::named).count();
    }

    private static List<BoxShape> boxes(String id, List<Row> rows, Side side, Bounds bounds) {
        List<BoxShape> boxes = new ArrayList<>(rows.size());
        double x = side == Side.INLET ? bounds.x() : bounds.right();
        double below = bounds.y() + HEAD + ROW / 2;
        for (Row row : rows) {
            double y = row.named ? below : bounds.y() + HEAD / 2;
            below += row.named ? ROW : 0;
            BoxReference reference = new BoxReference(id, row.declaration.name());
            boxes.add(new BoxShape(reference, side, row.declaration, row.standing, new Point(x, y), row.named));
        }
        return boxes;
    }

    private record Row(BoxDeclaration declaration, Standing standing, boolean named) {}

    /**
     * The names that links give a component's boxes.
     *
     * @param inlets in the order of the links
     * @param outlets in the order of the links
     */
    record LinkedNames(Set<String> inlets, Set<String> outlets) {
        static final LinkedNames NONE = new LinkedNames(Set.of(), Set.of());

        /** In the same order too: that is the one in which the boxes stand. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof LinkedNames that
                    && isInOrder(inlets, that.inlets)
                    && isInOrder(outlets, that.outlets);
        }

        @Override
        public int hashCode() {
            return 31 * inlets.hashCode() + outlets.hashCode();
        }

        private static boolean isInOrder(Set<String> one, Set<String> other) {
            return one.equals(other) && (one.size() < 2 || List.copyOf(one).equals(List.copyOf(other)));
        }
    }
}
