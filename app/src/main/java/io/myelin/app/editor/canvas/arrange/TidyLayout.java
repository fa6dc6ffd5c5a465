package io.myelin.app.editor.canvas.arrange;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places for components in layers along their links, found by the Eclipse Layout Kernel. The same components and links
 * give the same places. What it is given does not change, so it may run on any thread.
 */
public final class TidyLayout {
    private static final double LAYERS_APART = 80;
    private static final double COMPONENTS_APART = 40;
    /** Between two of one layer go the links that leave on the right of one and come in on the left of the other. */
    private static final double COMPONENTS_APART_DOWN = 80;

    private static final double PARTS_APART = 64;
    private static final double LINKS_APART = 8;
    private static final double LINK_FROM_COMPONENT = 16;

    static {
        // Without a running Eclipse nobody tells the kernel which layouts there are.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final FlowDirection direction;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<BoxReference, ElkPort> inlets = new HashMap<>();
    private final Map<BoxReference, ElkPort> outlets = new HashMap<>();

    private TidyLayout(FlowDirection direction) {
        this.direction = direction;
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, direction == FlowDirection.RIGHT ? Direction.RIGHT : Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYERS_APART);
        root.setProperty(
                LayeredOptions.SPACING_NODE_NODE,
                direction == FlowDirection.RIGHT ? COMPONENTS_APART : COMPONENTS_APART_DOWN);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, PARTS_APART);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, LINKS_APART);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, LINKS_APART);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, LINK_FROM_COMPONENT);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, LINK_FROM_COMPONENT);
        // What nothing else decides follows the order of the file, so that a tidied graph reads as it was written.
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
    }

    /**
     * Top left corners for {@code components}, on the grid, with {@code links} between them going in
     * {@code direction}; the whole has its middle where it was before. Links to other components are left out. Empty
     * where {@code cancelled}, which is asked again and again, has become true.
     */
    public static Optional<Map<String, Point>> of(
            List<ComponentShape> components,
            Collection<LinkReference> links,
            FlowDirection direction,
            BooleanSupplier cancelled) {
        TidyLayout layout = new TidyLayout(direction);
        Set<BoxReference> sources = links.stream().map(LinkReference::from).collect(Collectors.toSet());
        Set<BoxReference> targets = links.stream().map(LinkReference::to).collect(Collectors.toSet());
        components.forEach(shape -> layout.add(shape, sources, targets));
        links.forEach(layout::add);
        new RecursiveGraphLayoutEngine().layout(layout.root, new Monitor(cancelled));
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(layout.places(components));
    }

    private void add(ComponentShape shape, Set<BoxReference> sources, Set<BoxReference> targets) {
        Bounds bounds = shape.bounds();
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(bounds.width(), bounds.height());
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        nodes.put(shape.id(), node);
        addPorts(node, shape, Side.INLET, targets);
        addPorts(node, shape, Side.OUTLET, sources);
    }

    private void addPorts(ElkNode node, ComponentShape shape, Side side, Set<BoxReference> linked) {
        List<BoxShape> boxes = shape.boxes(side).stream()
                .filter(box -> linked.contains(box.reference()))
                .toList();
        for (int i = 0; i < boxes.size(); i++) {
            ElkPort port = ElkGraphUtil.createPort(node);
            port.setProperty(CoreOptions.PORT_SIDE, sideOf(side));
            Point place = direction == FlowDirection.RIGHT
                    ? drawn(boxes.get(i), shape)
                    : aboveOrBelow(shape, side, i - (boxes.size() - 1) / 2.0);
            port.setLocation(place.x(), place.y());
            (side == Side.INLET ? inlets : outlets).put(boxes.get(i).reference(), port);
        }
    }

    /** Where the socket is drawn, so that links come out straight. */
    private static Point drawn(BoxShape box, ComponentShape shape) {
        return box.centre().minus(new Point(shape.bounds().x(), shape.bounds().y()));
    }

    /**
     * Where the socket would be if boxes stood above and below, in their order about the middle: components that are
     * linked one to one come out under each other, and there is room for their links between two layers.
     */
    private static Point aboveOrBelow(ComponentShape shape, Side side, double fromMiddle) {
        Bounds bounds = shape.bounds();
        return new Point(bounds.width() / 2 + fromMiddle * LINKS_APART, side == Side.INLET ? 0 : bounds.height());
    }

    private PortSide sideOf(Side side) {
        if (direction == FlowDirection.RIGHT) {
            return side == Side.INLET ? PortSide.WEST : PortSide.EAST;
        }
        return side == Side.INLET ? PortSide.NORTH : PortSide.SOUTH;
    }

    private void add(LinkReference link) {
        ElkPort from = outlets.get(link.from());
        ElkPort to = inlets.get(link.to());
        if (from != null && to != null) {
            ElkGraphUtil.createSimpleEdge(from, to);
        }
    }

    private Map<String, Point> places(List<ComponentShape> components) {
        Point before = middle(components.stream().map(ComponentShape::bounds).toList());
        Point after = middle(nodes.values().stream()
                .map(node -> new Bounds(node.getX(), node.getY(), node.getWidth(), node.getHeight()))
                .toList());
        Point moved = before.minus(after);
        double dx = snapped(moved.x());
        double dy = snapped(moved.y());
        Map<String, Point> places = new LinkedHashMap<>();
        nodes.forEach((id, node) -> places.put(id, new Point(snapped(node.getX()) + dx, snapped(node.getY()) + dy)));
        return places;
    }

    private static Point middle(List<Bounds> several) {
        return Bounds.around(several).map(Bounds::centre).orElse(new Point(0, 0));
    }

    private static double snapped(double value) {
        return Math.rint(value / CanvasGeometry.GRID) * CanvasGeometry.GRID;
    }

    /** Tells the kernel, which asks between its phases, whether to go on. */
    private static final class Monitor extends NullElkProgressMonitor {
        private final BooleanSupplier cancelled;

        private Monitor(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public boolean isCanceled() {
            return cancelled.getAsBoolean();
        }

        @Override
        public IElkProgressMonitor subTask(float work) {
            return this;
        }
    }
}
