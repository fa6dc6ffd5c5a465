package io.myelin.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Position;
import io.myelin.engine.message.DataRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large graphs are read, checked and written in time that grows with their size and no faster. */
class LargeGraphTest {
    private static final int COMPONENTS = 20_000;

    @Test
    @Timeout(120)
    void twentyThousandComponentsAreReadCheckedAndWritten() {
        String text = GraphFile.format(chain("c%d"));

        for (int round = 0; round < 3; round++) {
            LoadedGraph loaded = GraphFile.parse(text);
            PlanResult result = plan(loaded);

            assertThat(result.problems()).isEmpty();
            assertThat(result.plan().orElseThrow().components()).hasSize(COMPONENTS);
            assertThat(result.plan().orElseThrow().links()).hasSize(COMPONENTS - 1);
            assertThat(GraphFile.format(loaded.graph().orElseThrow())).isEqualTo(text);
        }
    }

    @Test
    @Timeout(120)
    void aGraphThatIsWrongEverywhereIsToldSoInTime() {
        Graph sound = chain("c%d");
        List<GraphLink> links = new ArrayList<>();
        sound.links()
                .forEach(link -> links.add(new GraphLink(
                        new BoxReference(link.from().component() + "x", "outbox"),
                        new BoxReference(link.to().component(), "inbx"))));
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        sound.components().forEach((id, component) -> components.put(id, GraphComponent.ofType("test.splt" + id)));
        Graph wrong = new Graph(
                "",
                "",
                Map.of(),
                components,
                links,
                Map.of(),
                Map.of(),
                Map.of(),
                GraphLayout.EMPTY,
                DataRecord.empty());

        PlanResult result = plan(GraphFile.parse(GraphFile.format(wrong)));

        assertThat(result.problems()).hasSizeGreaterThanOrEqualTo(2 * COMPONENTS - 1);
        assertThat(result.plan()).isEmpty();
    }

    private static PlanResult plan(LoadedGraph loaded) {
        PlanRequest request = new PlanRequest(
                SampleComponents.CATALOG,
                Path.of("/graphs"),
                Path.of("/work"),
                Map.of(),
                name -> Optional.empty(),
                name -> Optional.empty(),
                false);
        return Planner.plan(loaded.graph().orElseThrow(), loaded.places(), request);
    }

    private static Graph chain(String name) {
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        Map<String, Position> positions = new LinkedHashMap<>();
        List<GraphLink> links = new ArrayList<>();
        for (int index = 0; index < COMPONENTS; index++) {
            String id = name.formatted(index);
            components.put(
                    id,
                    index == 0
                            ? GraphComponent.ofType("test.read").withSettings(DataRecord.of("path", "in.txt"))
                            : GraphComponent.ofType("test.split").withSettings(DataRecord.of("pattern", "\\W+")));
            positions.put(id, new Position(index % 100 * 200, index / 100 * 120));
            if (index > 0) {
                links.add(new GraphLink(
                        new BoxReference(name.formatted(index - 1), "outbox"), new BoxReference(id, "inbox")));
            }
        }
        return new Graph(
                "",
                "",
                Map.of(),
                components,
                links,
                Map.of(),
                Map.of(),
                Map.of(),
                new GraphLayout(positions, DataRecord.empty()),
                DataRecord.empty());
    }
}
