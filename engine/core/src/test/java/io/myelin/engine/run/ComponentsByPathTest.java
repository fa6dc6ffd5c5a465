package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Components in order, and by their paths. */
class ComponentsByPathTest {
    private static List<RunningComponent> components(int count) {
        TestGraph graph = new TestGraph();
        IntStream.range(0, count).forEach(i -> graph.pass("c" + i));
        RunOptions options = new RunOptions(1, true, new SilentConsole(), Duration.ofSeconds(5));
        return List.copyOf(new RunningGraph(graph.plan(), options, new WorkerScheduler(1)).components());
    }

    private static ComponentsByPath holding(List<RunningComponent> components) {
        ComponentsByPath all = new ComponentsByPath(0);
        all.addAll(components);
        return all;
    }

    @Test
    void eachIsFoundByItsPathWhetherOrNotTheTableWasLetGoInBetween() {
        List<RunningComponent> components = components(100);
        ComponentsByPath all = holding(components);
        for (int round = 0; round < 2; round++) {
            for (RunningComponent component : components) {
                assertThat(all.find(component.path())).isSameAs(component);
            }
            all.forgetTable();
        }
        assertThat(all.find("nobody")).isNull();
        assertThatThrownBy(() -> all.get("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c0, c1, c2");
        assertThatThrownBy(() -> all.add(components.get(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'c7'");
        assertThat(all).containsExactlyElementsOf(components);
    }

    @Test
    void whatWasGivenOutStaysAsItIsWhileComponentsComeAndGo() {
        List<RunningComponent> components = components(40);
        ComponentsByPath all = holding(components.subList(0, 20));
        List<RunningComponent> before = all.asOfNow();
        all.removeEach(components.subList(3, 10));
        List<RunningComponent> between = all.asOfNow();
        all.addAll(components.subList(20, 40));

        assertThat(before).containsExactlyElementsOf(components.subList(0, 20));
        List<RunningComponent> left = new ArrayList<>(components.subList(0, 3));
        left.addAll(components.subList(10, 20));
        assertThat(between).containsExactlyElementsOf(left);
        left.addAll(components.subList(20, 40));
        assertThat(all.asOfNow()).containsExactlyElementsOf(left);
        assertThat(all).hasSize(33);
        components.forEach(component -> assertThat(all.find(component.path()))
                .as(component.path())
                .isSameAs(left.contains(component) ? component : null));
    }

    @Test
    void onesThatHaveGoneMayComeBackAndAreLastThen() {
        List<RunningComponent> components = components(12);
        ComponentsByPath all = holding(components);
        List<RunningComponent> some = components.subList(2, 6);
        for (int round = 0; round < 10; round++) {
            all.removeEach(some);
            assertThat(all.find("c3")).isNull();
            all.forgetTable();
            all.addAll(some);
            assertThat(all.find("c3")).isSameAs(components.get(3));
        }
        List<RunningComponent> order = new ArrayList<>(components);
        order.removeAll(some);
        order.addAll(some);
        assertThat(all).containsExactlyElementsOf(order).hasSize(12);
    }
}
