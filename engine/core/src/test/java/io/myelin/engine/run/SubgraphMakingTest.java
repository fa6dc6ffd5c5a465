package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.graph.Subgraph;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A graph runs the same with a part of it made a subgraph, and with that expanded again. */
class SubgraphMakingTest {
    private static final int GRAPHS = 150;

    @Test
    void whatRunsIsTheSameBeforeWithAndAfterASubgraph() throws Exception {
        int printed = 0;
        for (long seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            Graph graph = graph(random);
            List<String> ids = graph.components().keySet().stream()
                    .filter(_ -> random.nextInt(5) < 2)
                    .toList();
            if (ids.isEmpty()) {
                continue;
            }
            Subgraph.Change making = Subgraph.extract(graph, ids, Set.of());
            Graph made = making.edit().applyTo(graph).graph();
            Graph inner = made.graphs().values().iterator().next();
            Graph expanded = Subgraph.expand(made, making.components().getFirst(), inner, Set.of())
                    .edit()
                    .applyTo(made)
                    .graph();
            for (Way.OnScheduler scheduler : List.of(Way.OnScheduler.IN_ORDER, Way.OnScheduler.DRAWN)) {
                Way way = new Way(scheduler, Execution.MICROPROCESS);
                List<String> lines = printed(way, graph);
                assertThat(printed(way, made))
                        .as("seed %d with %s made a subgraph", seed, ids)
                        .isEqualTo(lines);
                assertThat(printed(way, expanded))
                        .as("seed %d with %s expanded", seed, ids)
                        .isEqualTo(lines);
                printed += lines.size();
            }
        }
        assertThat(printed).isGreaterThan(1000);
    }

    /** What it printed; what comes from several at once has no order of its own. */
    private static List<String> printed(Way way, Graph graph) throws InterruptedException {
        String text = GraphFile.format(graph).strip();
        String body = text.substring(text.indexOf(',') + 1, text.lastIndexOf('}'));
        return GraphText.printed(way, body).stream().sorted().toList();
    }

    /** Sources, then what passes on, then printers: each linked to some before it. */
    private static Graph graph(Random random) {
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        List<BoxReference> outboxes = new ArrayList<>();
        List<GraphLink> links = new ArrayList<>();
        int sources = 1 + random.nextInt(2);
        for (int index = 0; index < sources; index++) {
            String id = "source" + index;
            components.put(id, component("test.values", "values", List.of(id + "-1", id + "-${what}", "$${what}")));
            outboxes.add(new BoxReference(id, "outbox"));
        }
        for (int index = 0; index < 4; index++) {
            boolean isPorts = random.nextBoolean();
            String id = "pass" + index;
            components.put(
                    id, isPorts ? GraphComponent.ofType("test.ports") : component("test.say", "as", "${what} " + id));
            for (String inbox : isPorts ? List.of("left", "up") : List.of("inbox")) {
                link(random, outboxes, new BoxReference(id, inbox), links);
            }
            (isPorts ? List.of("right", "down") : List.of("outbox"))
                    .forEach(outbox -> outboxes.add(new BoxReference(id, outbox)));
        }
        for (int index = 0; index < 3; index++) {
            String id = "print" + index;
            components.put(id, component("test.print", "as", id + " of ${what}"));
            link(random, outboxes, new BoxReference(id, "inbox"), links);
        }
        GraphParameter what = new GraphParameter(ParameterType.TEXT, Optional.of("it"), "", DataRecord.empty());
        return new Graph(
                "",
                "",
                Map.of("what", what),
                components,
                links,
                Map.of(),
                Map.of(),
                Map.of(),
                GraphLayout.EMPTY,
                DataRecord.empty());
    }

    private static GraphComponent component(String type, String setting, Object value) {
        return GraphComponent.ofType(type)
                .withSettings(DataRecord.builder().put(setting, value).build());
    }

    private static void link(Random random, List<BoxReference> from, BoxReference to, List<GraphLink> links) {
        int count = 1 + random.nextInt(2);
        for (int index = 0; index < count; index++) {
            GraphLink link = new GraphLink(from.get(random.nextInt(from.size())), to);
            if (links.stream().noneMatch(link::joinsSame)) {
                links.add(link);
            }
        }
    }
}
