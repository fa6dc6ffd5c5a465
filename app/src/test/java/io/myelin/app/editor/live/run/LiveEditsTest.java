package io.myelin.app.editor.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOutcome.Ending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Edits of a graph that runs")
@Timeout(10)
class LiveEditsTest {
    private static final ComponentCatalog CATALOG = ComponentCatalog.installed();

    private final List<PretendedRun> started = new ArrayList<>();
    private final List<ChangeReport> settled = new ArrayList<>();
    private final List<Map<String, String>> given = new ArrayList<>();
    private final ByHandExecutor background = new ByHandExecutor();
    private final ByHandExecutor window = new ByHandExecutor();
    private final ByHandExecutor later = new ByHandExecutor();
    private final Document document = new Document(CATALOG, graph("""
            { "format": "myelin-graph/1",
              "parameters": { "word": { "type": "text", "default": "a" } },
              "components": {
                "tick": { "type": "source.timer", "settings": { "every": "100ms" } },
                "print": { "type": "console.print" } },
              "links": [ { "from": "tick.outbox", "to": "print.inbox" } ] }
            """), Optional.empty());
    private final PretendedStarter starter = new PretendedStarter();
    private final RunControl control = new RunControl(
            document,
            starter,
            (_, _, answer) -> answer.accept(Optional.of(Map.of("word", "hello"))),
            _ -> {},
            background,
            window);
    private final LiveEdits edits =
            new LiveEdits(document, control, starter, new Watching(), background, window, later);

    /** Plans truly, and starts runs that do as told. */
    private final class PretendedStarter implements RunStarter {
        private final EngineRunStarter engine = new EngineRunStarter(CATALOG, Map.of(), _ -> Optional.empty());

        @Override
        public PlanResult plan(Graph graph, Path folder, Map<String, String> parameters) {
            given.add(parameters);
            return engine.plan(graph, folder, parameters);
        }

        @Override
        public GraphRun start(RunPlan plan, Console console, Consumer<? super GraphRun> watcher) {
            PretendedRun run = new PretendedRun(plan);
            watcher.accept(run);
            started.add(run);
            return run;
        }
    }

    private final class Watching implements RunFollower {
        @Override
        public void applying(RunSession session, RunPlan plan) {
            assertThat(run().applied()).doesNotContain(plan);
        }

        @Override
        public void followed(RunSession session, PlanDifference difference) {
            assertThat(session.plan()).isEqualTo(run().applied().getLast());
        }

        @Override
        public void unchanged(RunSession session) {
            assertThat(session.graph().components()).isEqualTo(document.graph().components());
        }

        @Override
        public void settled(RunSession session, ChangeReport report) {
            settled.add(report);
        }
    }

    private static Graph graph(String text) {
        return GraphFile.parse(text).graph().orElseThrow();
    }

    @BeforeEach
    void start() {
        control.run();
        settle();
        given.clear();
    }

    private void settle() {
        for (int round = 0; round < 5; round++) {
            background.doAll();
            window.doAll();
        }
    }

    private void rest() {
        later.doAll();
        settle();
    }

    private PretendedRun run() {
        return started.getLast();
    }

    private void setEvery(String every) {
        GraphComponent tick = document.graph().components().get("tick");
        document.perform(
                "Change every",
                new GraphEdit.ChangeComponent(
                        "tick", tick.withSettings(tick.settings().with("every", every))),
                "every");
    }

    @Test
    void anEditIsAppliedWhenHandsRest() {
        setEvery("2s");
        settle();
        assertThat(run().applied()).isEmpty();
        rest();
        assertThat(run().applied()).hasSize(1);
        assertThat(settled)
                .singleElement()
                .satisfies(report -> assertThat(report.restarted()).containsExactly("tick"));
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Followed());
    }

    @Test
    void aTextThatIsBeingTypedIsAppliedOnce() {
        setEvery("2s");
        setEvery("20s");
        setEvery("200s");
        rest();
        assertThat(run().applied()).hasSize(1);
    }

    @Test
    void nothingIsAppliedInTheMidstOfAGestureAndAllWhenItEnds() {
        document.begin("Drag");
        setEvery("2s");
        rest();
        assertThat(run().applied()).isEmpty();
        document.commit();
        rest();
        assertThat(run().applied()).hasSize(1);
    }

    @Test
    void aGestureThatIsTakenBackLeavesTheRunAlone() {
        document.begin("Drag");
        setEvery("2s");
        document.rollback();
        rest();
        assertThat(run().applied()).isEmpty();
        assertThat(given).as("plans that were made").isEmpty();
    }

    @Test
    void movingComponentsLeavesTheRunAlone() {
        document.perform(
                "Move",
                new GraphEdit.MoveComponents(
                        List.of(new GraphEdit.MoveComponents.Move("tick", Optional.of(new Position(8, 8))))));
        rest();
        assertThat(run().applied()).isEmpty();
        assertThat(given).as("plans that were made").isEmpty();
    }

    @Test
    void aGraphWithProblemsLeavesTheRunAsItWasAndItsCorrectionIsApplied() {
        setEvery("never");
        rest();
        assertThat(run().applied()).isEmpty();
        assertThat(edits.standing())
                .isInstanceOfSatisfying(
                        EditsStanding.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::message)
                                .anyMatch(text -> text.contains("never")));
        setEvery("3s");
        rest();
        assertThat(run().applied()).hasSize(1);
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Followed());
    }

    @Test
    void takingTheWrongEditBackIsEnough() {
        setEvery("never");
        rest();
        document.undo();
        rest();
        assertThat(run().applied()).isEmpty();
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Followed());
    }

    @Test
    void undoIsAppliedToo() {
        setEvery("2s");
        rest();
        document.undo();
        rest();
        assertThat(run().applied()).hasSize(2);
        assertThat(run().applied().getLast().components().getFirst().settings())
                .isEqualTo(control.session()
                        .orElseThrow()
                        .plan()
                        .components()
                        .getFirst()
                        .settings());
    }

    @Test
    void theValuesOfParametersGivenAtTheStartHoldOn() {
        setEvery("2s");
        rest();
        assertThat(given).containsExactly(Map.of("word", "hello"));
    }

    @Test
    void editsThatComeWhileOthersAreMadeReadyAreAppliedAfterThem() {
        setEvery("2s");
        later.doAll();
        setEvery("3s");
        later.doAll();
        settle();
        assertThat(run().applied()).hasSize(2);
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Followed());
    }

    @Test
    void whileSwitchedOffEditsWaitUntilPeopleApplyThem() {
        edits.setOn(false);
        settle();
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Followed());
        setEvery("2s");
        rest();
        assertThat(run().applied()).isEmpty();
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Waiting());
        edits.applyNow();
        settle();
        assertThat(run().applied()).hasSize(1);
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Followed());
    }

    @Test
    void switchingOnAppliesWhatWaits() {
        edits.setOn(false);
        setEvery("2s");
        rest();
        edits.setOn(true);
        settle();
        assertThat(run().applied()).hasSize(1);
    }

    @Test
    void aPausedRunFollowsToo() {
        control.pauseOrResume();
        setEvery("2s");
        rest();
        assertThat(run().applied()).hasSize(1);
    }

    @Test
    void nothingIsAppliedToARunThatHasEnded() {
        setEvery("never");
        rest();
        run().end(Ending.FINISHED);
        settle();
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Followed());
        setEvery("2s");
        rest();
        assertThat(run().applied()).isEmpty();
    }

    @Test
    void aRunThatEndsMeanwhileIsLeftAlone() {
        setEvery("2s");
        later.doAll();
        run().stop();
        settle();
        assertThat(run().applied()).isEmpty();
        assertThat(edits.standing()).isEqualTo(new EditsStanding.Followed());
    }

    @Test
    void whatIsEditedWhileTheRunIsMadeReadyIsAppliedWhenItRuns() {
        run().end(Ending.FINISHED);
        settle();
        control.run();
        setEvery("2s");
        settle();
        rest();
        assertThat(started).hasSize(2);
        assertThat(run().applied()).hasSize(1);
    }
}
