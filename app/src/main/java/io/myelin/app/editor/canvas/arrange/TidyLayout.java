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
import java.util.function.BooleanSupplier;
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
        root.setProperty(
                CoreOptions.DIRECTION, direction == FlowDirection.RIGHT ? Direction.RIGHT : Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYERS_APART);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, COMPONENTS_APART);
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
        components.forEach(layout::add);
        links.forEach(layout::add);
        new RecursiveGraphLayoutEngine().layout(layout.root, new Monitor(cancelled));
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(layout.places(components));
    }

    private void add(ComponentShape shape) {
        Bounds bounds = shape.bounds();
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(bounds.width(), bounds.height());
        // To the right, sockets stay where they are drawn and links come out straight. Downwards, the order of the
        // boxes is kept as if they stood above and below: a layer of links then has room between two of components.
        node.setProperty(
                CoreOptions.PORT_CONSTRAINTS,
                direction == FlowDirection.RIGHT ? PortConstraints.FIXED_POS : PortConstraints.FIXED_ORDER);
        nodes.put(shape.id(), node);
        addPorts(node, shape, Side.INLET);
        addPorts(node, shape, Side.OUTLET);
    }

    private void addPorts(ElkNode node, ComponentShape shape, Side side) {
        List<BoxShape> boxes = shape.boxes(side);
        for (int i = 0; i < boxes.size(); i++) {
            BoxShape box = boxes.get(i);
            ElkPort port = ElkGraphUtil.createPort(node);
            port.setProperty(CoreOptions.PORT_SIDE, sideOf(side));
            if (direction == FlowDirection.RIGHT) {
                port.setLocation(
                        box.centre().x() - shape.bounds().x(),
                        box.centre().y() - shape.bounds().y());
            } else {
                // The kernel counts clockwise from the top left, so against the reading direction below.
                port.setProperty(CoreOptions.PORT_INDEX, side == Side.INLET ? i : boxes.size() - i);
            }
            (side == Side.INLET ? inlets : outlets).put(box.reference(), port);
        }
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
        nodes.forEach((id, node) ->
                places.put(id, new Point(snapped(node.getX()) + dx, snapped(node.getY()) + dy)));
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
