package io.myelin.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.message.DataRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a change of a running graph has to do to each component. */
class PlanDifferenceTest {
    private static final List<BoxDeclaration> BOX = List.of(new BoxDeclaration("box", Set.of(), ""));
    private static final InboxLimit LIMIT =
            new InboxLimit(OptionalInt.of(3), Optional.of(OverflowPolicy.BLOCK), DataRecord.empty());
    private static final FailureHandling SKIP =
            new FailureHandling(FailurePolicy.SKIP, 1, Duration.ofMinutes(1), Duration.ofMillis(1));

    private String title = "";
    private Class<? extends Component> type = SampleComponents.Print.class;
    private Record settings = new NoSettings();
    private Execution execution = Execution.TASKLET;
    private ComponentState state = ComponentState.ON;
    private FailureHandling failure = FailureHandling.DEFAULT;
    private List<BoxDeclaration> inboxes = List.of();
    private List<BoxDeclaration> outboxes = List.of();
    private Map<String, InboxLimit> limits = Map.of();

    private PlannedComponent component(String path) {
        return new PlannedComponent(
                path, title, ComponentType.of(type), settings, execution, state, failure, inboxes, outboxes, limits);
    }

    private static RunPlan plan(List<PlannedComponent> components, PlannedLink... links) {
        return new RunPlan("", Path.of(""), components, List.of(links));
    }

    /** What becomes of the only component where it is made different in one way. */
    private static String changed(Runnable how, PlanDifferenceTest it) {
        RunPlan before = plan(List.of(it.component("c")));
        how.run();
        PlanDifference difference = PlanDifference.between(before, plan(List.of(it.component("c"))));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).isEmpty();
        List<String> became = new java.util.ArrayList<>();
        difference.replaced().forEach(_ -> became.add("replaced"));
        difference.restarted().forEach(_ -> became.add("restarted"));
        difference.adjusted().forEach(_ -> became.add("adjusted"));
        return String.join(" and ", became);
    }

    @Test
    void whatIsTheSameIsLeftAlone() {
        assertThat(changed(() -> {}, this)).isEmpty();
    }

    @Test
    void whatRunsAnotherWayIsReplaced() {
        assertThat(changed(() -> execution = Execution.THREAD, this)).isEqualTo("replaced");
        assertThat(changed(() -> type = SampleComponents.Block.class, this)).isEqualTo("replaced");
    }

    @Test
    void whatDoesSomethingElseIsRestarted() {
        assertThat(changed(() -> type = SampleComponents.Add.class, this)).isEqualTo("restarted");
        assertThat(changed(() -> settings = LIMIT, this)).isEqualTo("restarted");
        assertThat(changed(() -> state = ComponentState.MUTED, this)).isEqualTo("restarted");
        assertThat(changed(() -> inboxes = BOX, this)).isEqualTo("restarted");
        assertThat(changed(() -> outboxes = BOX, this)).isEqualTo("restarted");
    }

    @Test
    void whatIsOnlyHandledOtherwiseIsAdjusted() {
        assertThat(changed(() -> title = "Other", this)).isEqualTo("adjusted");
        assertThat(changed(() -> failure = SKIP, this)).isEqualTo("adjusted");
        assertThat(changed(() -> limits = Map.of("box", LIMIT), this)).isEqualTo("adjusted");
    }

    @Test
    void componentsAreTheSameByTheirPathsAndLinksByTheBoxesTheyJoin() {
        PlannedLink stays = new PlannedLink("a", "outbox", "b", "inbox", List.of());
        PlannedLink drawnOtherwise = new PlannedLink(
                "a", "outbox", "b", "inbox", List.of(new PlannedLink.DrawnLink("", "a.outbox", "b.inbox")));
        PlannedLink goes = new PlannedLink("a", "outbox", "b", "other", List.of());
        PlannedLink comes = new PlannedLink("a", "other", "b", "inbox", List.of());
        PlanDifference difference = PlanDifference.between(
                plan(List.of(component("a"), component("b"), component("gone")), stays, goes),
                plan(List.of(component("a"), component("b"), component("new")), drawnOtherwise, comes));

        assertThat(difference.added()).extracting(PlannedComponent::path).containsExactly("new");
        assertThat(difference.removed()).extracting(PlannedComponent::path).containsExactly("gone");
        assertThat(difference.restarted()).isEmpty();
        assertThat(difference.linked()).containsExactly(comes);
        assertThat(difference.unlinked()).containsExactly(goes);
    }
}
