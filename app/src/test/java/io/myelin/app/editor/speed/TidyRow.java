package io.myelin.app.editor.speed;

import io.myelin.app.editor.canvas.CanvasFixture;
import io.myelin.app.editor.canvas.CanvasProbe;
import io.myelin.app.editor.canvas.arrange.FlowDirection;
import io.myelin.app.editor.canvas.arrange.TidyLayout;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Tidying 1,000 components, against the layout kernel alone on a graph that was made for it before. */
final class TidyRow {
    private final CanvasRows canvas;

    TidyRow(CanvasRows canvas) {
        this.canvas = canvas;
    }

    List<Figure> tidying() {
        CanvasProbe probe = canvas.open(SpeedGraphs.grid(25, 40, 1_500), 1);
        List<ComponentShape> components =
                CanvasFixture.call(() -> probe.geometry().components());
        List<LinkReference> links = CanvasFixture.call(() ->
                probe.geometry().links().stream().map(LinkShape::reference).toList());
        CanvasFixture.run(probe.canvas()::close);
        double[] ours = new double[Rounds.COUNT];
        double[] kernel = new double[Rounds.COUNT];
        for (int round = -2; round < Rounds.COUNT; round++) {
            int at = Math.max(0, round);
            long start = System.nanoTime();
            TidyLayout.of(components, links, FlowDirection.RIGHT, () -> false).orElseThrow();
            ours[at] = (System.nanoTime() - start) / 1e6;
            ElkNode root = graph(components, links);
            start = System.nanoTime();
            new RecursiveGraphLayoutEngine().layout(root, new NullElkProgressMonitor());
            kernel[at] = (System.nanoTime() - start) / 1e6;
        }
        return List.of(Figure.atMost(
                "tidying 1,000",
                "ms",
                Rounds.median(ours),
                "the layout kernel alone",
                Rounds.median(kernel),
                1.3,
                1.1));
    }

    private static ElkNode graph(List<ComponentShape> components, List<LinkReference> links) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
        Map<BoxReference, ElkPort> ports = new HashMap<>();
        Set<BoxReference> linked = new HashSet<>();
        links.forEach(link -> linked.addAll(List.of(link.from(), link.to())));
        for (ComponentShape shape : components) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(shape.bounds().width(), shape.bounds().height());
            node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            shape.boxes().filter(box -> linked.contains(box.reference())).forEach(box -> {
                ElkPort port = ElkGraphUtil.createPort(node);
                boolean inlet = box.side() == BoxShape.Side.INLET;
                port.setProperty(CoreOptions.PORT_SIDE, inlet ? PortSide.WEST : PortSide.EAST);
                port.setLocation(
                        box.centre().x() - shape.bounds().x(),
                        box.centre().y() - shape.bounds().y());
                ports.put(box.reference(), port);
            });
        }
        links.forEach(link -> ElkGraphUtil.createSimpleEdge(ports.get(link.from()), ports.get(link.to())));
        return root;
    }
}
