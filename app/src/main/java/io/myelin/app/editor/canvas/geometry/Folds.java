package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.GroupFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The groups that are folded to one card each. All members of such a group are where its card is, and those of their
 * boxes that have links across its border are in rows on its sides. Immutable.
 */
final class Folds {
    /** Nothing is folded. */
    static final Folds NONE = new Folds(Map.of(), Map.of());

    private static final double HEAD = 48;
    private static final double ROW = 20;
    private static final double ROWS_BELOW = 4;
    private static final double NARROWEST = 160;
    private static final double WIDEST = 320;
    private static final double AROUND_TITLE = 64;
    private static final double AROUND_NAMES = 48;

    private final Map<String, GroupShape> cards;
    private final Map<String, ComponentShape> members;

    private Folds(Map<String, GroupShape> cards, Map<String, ComponentShape> members) {
        this.cards = cards;
        this.members = members;
    }

    /** The folded groups of {@code graph}, whose components are as {@code open} has them where nothing is folded. */
    static Folds of(Graph graph, Function<String, Optional<ComponentShape>> open, TextMeasure measure) {
        if (graph.layout().groups().values().stream().noneMatch(GroupFrame::collapsed)) {
            return NONE;
        }
        Map<String, GroupShape> cards = new LinkedHashMap<>();
        Map<String, ComponentShape> members = new HashMap<>();
        graph.layout().groups().forEach((name, group) -> {
            List<ComponentShape> inside = group.members().stream()
                    .filter(id -> group.collapsed() && !members.containsKey(id))
                    .flatMap(id -> open.apply(id).stream())
                    .toList();
            if (!inside.isEmpty()) {
                GroupShape card = card(name, group, inside, graph.links(), measure);
                cards.put(name, card);
                inside.forEach(shape -> members.put(shape.id(), onto(card, shape)));
            }
        });
        return new Folds(cards, members);
    }

    private static GroupShape card(
            String name, GroupFrame group, List<ComponentShape> inside, List<GraphLink> links, TextMeasure measure) {
        List<BoxShape> inlets = across(inside, links, Side.INLET);
        List<BoxShape> outlets = across(inside, links, Side.OUTLET);
        double names = widest(inlets, inside, measure) + widest(outlets, inside, measure);
        double title = measure.width(group.title(), TextStyle.TITLE) + AROUND_TITLE;
        double wanted = Math.clamp(Math.max(title, names + AROUND_NAMES), NARROWEST, WIDEST);
        double width = Math.ceil(wanted / ShapeMaker.GRID) * ShapeMaker.GRID;
        int rows = Math.max(inlets.size(), outlets.size());
        Bounds all = Bounds.around(inside.stream().map(ComponentShape::bounds).toList())
                .orElseThrow();
        Bounds bounds = new Bounds(all.x(), all.y(), width, HEAD + (rows > 0 ? rows * ROW + ROWS_BELOW : 0));
        List<GroupShape.Port> ports = new ArrayList<>();
        ports.addAll(ports(inlets, bounds, inside));
        ports.addAll(ports(outlets, bounds, inside));
        return GroupShape.folded(name, group, bounds, ports);
    }

    /** The boxes on one side that have links across the border, the higher ones first. */
    private static List<BoxShape> across(List<ComponentShape> inside, List<GraphLink> links, Side side) {
        Map<String, ComponentShape> byId = new HashMap<>();
        inside.forEach(shape -> byId.put(shape.id(), shape));
        Set<BoxReference> crossing = new HashSet<>();
        for (GraphLink link : links) {
            BoxReference near = side == Side.INLET ? link.to() : link.from();
            BoxReference far = side == Side.INLET ? link.from() : link.to();
            if (byId.containsKey(near.component()) && !byId.containsKey(far.component())) {
                crossing.add(near);
            }
        }
        return inside.stream()
                .flatMap(shape -> shape.boxes(side).stream())
                .filter(box -> crossing.contains(box.reference()))
                .sorted(Comparator.comparingDouble(
                                (BoxShape box) -> box.centre().y())
                        .thenComparingDouble(box -> box.centre().x()))
                .toList();
    }

    private static double widest(List<BoxShape> boxes, List<ComponentShape> inside, TextMeasure measure) {
        return boxes.stream()
                .mapToDouble(box -> measure.width(label(box, inside), TextStyle.SMALL))
                .max()
                .orElse(0);
    }

    private static List<GroupShape.Port> ports(List<BoxShape> boxes, Bounds card, List<ComponentShape> inside) {
        List<GroupShape.Port> ports = new ArrayList<>();
        for (BoxShape box : boxes) {
            double x = box.side() == Side.INLET ? card.x() : card.right();
            double y = card.y() + HEAD + ROW / 2 + ports.size() * ROW;
            ports.add(new GroupShape.Port(box.at(new Point(x, y)), label(box, inside)));
        }
        return ports;
    }

    private static String label(BoxShape box, List<ComponentShape> inside) {
        String title = inside.stream()
                .filter(shape -> shape.id().equals(box.reference().component()))
                .map(shape -> shape.face().title())
                .findFirst()
                .orElse("");
        String name = box.reference().box();
        return name.equals("inbox") || name.equals("outbox") ? title : title + " · " + name;
    }

    /** A member where the card is: each box in its row, or in the head where it has no link across the border. */
    private static ComponentShape onto(GroupShape card, ComponentShape shape) {
        return new ComponentShape(
                shape.id(),
                shape.component(),
                shape.face(),
                card.bounds(),
                shape.title(),
                shape.detail(),
                onto(card, shape.inlets()),
                onto(card, shape.outlets()),
                Optional.empty(),
                shape.style());
    }

    private static List<BoxShape> onto(GroupShape card, List<BoxShape> boxes) {
        return boxes.stream().map(box -> onto(card, box)).toList();
    }

    private static BoxShape onto(GroupShape card, BoxShape box) {
        double x = box.side() == Side.INLET ? card.bounds().x() : card.bounds().right();
        return card.ports().stream()
                .map(GroupShape.Port::box)
                .filter(port -> port.reference().equals(box.reference()) && port.side() == box.side())
                .findFirst()
                .orElse(box.at(new Point(x, card.bounds().y() + HEAD / 2)));
    }

    /** The card of a group, if it is folded. */
    Optional<GroupShape> card(String group) {
        return Optional.ofNullable(cards.get(group));
    }

    /** The card on which a component is; empty where it is in no folded group. */
    Optional<GroupShape> cardOf(String id) {
        return members.containsKey(id)
                ? cards.values().stream()
                        .filter(card -> card.group().members().contains(id))
                        .findFirst()
                : Optional.empty();
    }

    /** A card as if it were a component: the first of its members, with the boxes of all on its sides. */
    Optional<ComponentShape> asComponent(GroupShape card) {
        return card.group().members().stream()
                .flatMap(id -> shape(id).stream())
                .findFirst()
                .map(first -> new ComponentShape(
                        first.id(),
                        first.component(),
                        first.face(),
                        card.bounds(),
                        card.group().title(),
                        "",
                        boxes(card, Side.INLET),
                        boxes(card, Side.OUTLET),
                        Optional.empty(),
                        first.style()));
    }

    private static List<BoxShape> boxes(GroupShape card, Side side) {
        return card.ports().stream()
                .map(GroupShape.Port::box)
                .filter(box -> box.side() == side)
                .toList();
    }

    /** All cards. */
    List<GroupShape> cards() {
        return List.copyOf(cards.values());
    }

    /** The ids of all components that are in folded groups. */
    Set<String> members() {
        return members.keySet();
    }

    /** A component where the card of its group is; empty where it is in no folded group. */
    Optional<ComponentShape> shape(String id) {
        return Optional.ofNullable(members.get(id));
    }

    /** Whether {@code link} is inside a folded group, and so is not drawn. */
    boolean hides(LinkReference link) {
        return cards.values().stream()
                .map(card -> card.group().members())
                .anyMatch(inside -> inside.contains(link.from().component())
                        && inside.contains(link.to().component()));
    }

    /** Whether the same groups with the same members are folded in {@code other}. */
    boolean hidesSameAs(Folds other) {
        return members().equals(other.members()) && cards.keySet().equals(other.cards.keySet());
    }
}
