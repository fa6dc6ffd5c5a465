package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a component out: an icon, title and detail in the head, boxes on the two borders, the content below. One box a
 * side stands beside the head; of several each has a row with its name.
 */
final class ShapeMaker {
    /** The pitch of the grid on which components stand. */
    static final double GRID = 8;

    private static final double HEAD = 48;
    private static final double TEXT_LEFT = 48;
    private static final double TEXT_RIGHT = 16;
    private static final double ROW = 20;
    private static final double ROWS_BELOW = 8;
    private static final double NARROWEST = 128;
    private static final double WIDEST = 256;
    private static final double NAME_INSET = 12;
    private static final double NAMES_APART = 24;
    private static final double BODY_INSET = 8;
    private static final double BODY_WIDTH = 280;
    private static final double BODY_HEIGHT = 160;

    private final TextMeasure measure;

    ShapeMaker(TextMeasure measure) {
        this.measure = measure;
    }

    /** The shape of a component at {@code place}; {@code linked} are the names that links give its boxes. */
    ComponentShape make(
            String id,
            GraphComponent component,
            ComponentFace face,
            Position place,
            LinkedNames linked,
            boolean outOfBand) {
        List<Row> inlets = rows(face, Side.INLET, linked.inlets(), outOfBand);
        List<Row> outlets = rows(face, Side.OUTLET, linked.outlets(), outOfBand);
        boolean named = inlets.size() > 1 || outlets.size() > 1;
        double width = width(face, place, inlets, outlets, named);
        int count = Math.max(inlets.size(), outlets.size());
        double top = HEAD + (named ? count * ROW + ROWS_BELOW : 0);
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
                boxes(id, inlets, Side.INLET, bounds, named),
                boxes(id, outlets, Side.OUTLET, bounds, named),
                body);
    }

    private double width(
            ComponentFace face,
            Position place,
            List<Row> inlets,
            List<Row> outlets,
            boolean named) {
        double text = Math.max(
                measure.width(face.title(), TextStyle.TITLE), measure.width(face.detail(), TextStyle.DETAIL));
        double wanted = Math.clamp(TEXT_LEFT + text + TEXT_RIGHT, NARROWEST, WIDEST);
        if (named) {
            wanted = Math.max(wanted, widest(inlets) + widest(outlets) + 2 * NAME_INSET + NAMES_APART);
        }
        if (face.showsContent()) {
            wanted = Math.max(wanted, wanted(place, "width").orElse(BODY_WIDTH));
        }
        return Math.ceil(wanted / GRID) * GRID;
    }

    private double widest(List<Row> rows) {
        return rows.stream()
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
        List<Row> rows = new ArrayList<>();
        declared.forEach(box -> rows.add(new Row(box, Standing.DATA)));
        Standing undeclared = face.kind() == ComponentFace.Kind.UNKNOWN ? Standing.DATA : Standing.MISSING;
        linked.stream()
                .filter(name -> !name.equals(special.name()))
                .filter(name -> declared.stream().noneMatch(box -> box.name().equals(name)))
                .forEach(name -> rows.add(new Row(new BoxDeclaration(name, Set.of(), ""), undeclared)));
        if (outOfBand || linked.contains(special.name())) {
            rows.add(new Row(special, Standing.OUT_OF_BAND));
        }
        return rows;
    }

    private static List<BoxShape> boxes(String id, List<Row> rows, Side side, Bounds bounds, boolean named) {
        List<BoxShape> boxes = new ArrayList<>(rows.size());
        double x = side == Side.INLET ? bounds.x() : bounds.right();
        for (int i = 0; i < rows.size(); i++) {
            double y = bounds.y() + (named ? HEAD + (i + 0.5) * ROW : HEAD / 2);
            Row row = rows.get(i);
            BoxReference reference = new BoxReference(id, row.declaration.name());
            boxes.add(new BoxShape(reference, side, row.declaration, row.standing, new Point(x, y), named));
        }
        return boxes;
    }

    private record Row(BoxDeclaration declaration, Standing standing) {}

    /**
     * The names that links give a component's boxes.
     *
     * @param inlets in the order of the links
     * @param outlets in the order of the links
     */
    record LinkedNames(Set<String> inlets, Set<String> outlets) {
        static final LinkedNames NONE = new LinkedNames(Set.of(), Set.of());
    }
}
