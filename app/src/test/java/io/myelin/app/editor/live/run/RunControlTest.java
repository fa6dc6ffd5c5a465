package io.myelin.app.editor.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunOutcome.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Run, pause and stop of a document")
@Timeout(10)
class RunControlTest {
    private static final RunPlan PLAN = new RunPlan("", Path.of("/"), List.of(), List.of());

    private final List<PretendedRun> started = new ArrayList<>();
    private final List<RunPhase> phases = new ArrayList<>();
    private final ByHandExecutor background = new ByHandExecutor();
    private final ByHandExecutor window = new ByHandExecutor();
    private Optional<RunPlan> plan = Optional.of(PLAN);
    private Optional<RuntimeException> failsToStart = Optional.empty();
    private Optional<Map<String, String>> parameters = Optional.of(Map.of());
    private final RunControl control = new RunControl(
            new Document(ComponentCatalog.installed(), Graph.EMPTY, Optional.empty()),
            new PretendedStarter(),
            (_, _, answer) -> answer.accept(parameters),
            _ -> {},
            background,
            window);

    RunControlTest() {
        control.onChange(now -> phases.add(now.phase()));
    }

    private final class PretendedStarter implements RunStarter {
        @Override
        public PlanResult plan(Graph graph, Path folder, Map<String, String> values) {
            return new PlanResult(plan, plan.isPresent() ? List.of() : List.of(problem("the file is not there")));
        }

        @Override
        public GraphRun start(RunPlan ready, Console console, Consumer<? super GraphRun> watcher) {
            failsToStart.ifPresent(failure -> {
                throw failure;
            });
            PretendedRun run = new PretendedRun(ready);
            watcher.accept(run);
            started.add(run);
            return run;
        }
    }

    private static Problem problem(String text) {
        return new Problem(Problem.Severity.ERROR, "", 0, 0, text, Optional.empty());
    }

    private void settle() {
        background.doAll();
        window.doAll();
    }

    private void running() {
        control.run();
        settle();
    }

    @Test
    void runStartsAndTheEndIsTold() {
        running();
        assertThat(control.phase()).isEqualTo(RunPhase.RUNNING);
        started.getFirst().end(Ending.FINISHED);
        settle();
        assertThat(phases).containsExactly(RunPhase.PREPARING, RunPhase.RUNNING, RunPhase.IDLE);
        assertThat(control.outcome()).map(RunOutcome::ending).contains(Ending.FINISHED);
    }

    @Test
    void pauseHoldsAndGoesOn() {
        running();
        control.pauseOrResume();
        assertThat(control.phase()).isEqualTo(RunPhase.PAUSED);
        control.run();
        assertThat(control.phase()).isEqualTo(RunPhase.RUNNING);
        assertThat(started).hasSize(1);
    }

    @Test
    void thePaceHoldsForTheRunThatGoesOnAndTheNextOne() {
        running();
        assertThat(started.getFirst().slowMotion()).isZero();
        control.setPace(control.pace().toggled());
        assertThat(started.getFirst().slowMotion()).isEqualTo(Duration.ofMillis(500));
        control.setPace(control.pace().slower());
        assertThat(started.getFirst().slowMotion()).isEqualTo(Duration.ofSeconds(1));
        started.getFirst().end(Ending.FINISHED);
        settle();
        running();
        assertThat(started.getLast().slowMotion()).isEqualTo(Duration.ofSeconds(1));
        control.setPace(control.pace().toggled());
        assertThat(started.getLast().slowMotion()).isZero();
    }

    @Test
    void aPaceChosenWhileTheRunIsMadeReadyHolds() {
        control.run();
        background.doAll();
        control.setPace(RunPace.FULL.toggled());
        settle();
        assertThat(started.getFirst().slowMotion()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void fasterAndFasterEndsAtFullSpeedAndSlowerAndSlowerAtTheSlowest() {
        RunPace pace = RunPace.FULL.toggled();
        while (pace.isSlow()) {
            pace = pace.faster();
        }
        assertThat(pace.delay()).isZero();
        pace = pace.slower();
        assertThat(pace.words()).isEqualTo("a step every 50 ms");
        while (pace.canBeSlower()) {
            pace = pace.slower();
        }
        assertThat(pace.words()).isEqualTo("a step every 5 s");
        assertThat(pace.slower()).isEqualTo(pace);
    }

    @Test
    void aGraphWithProblemsIsNotRunAndSaysWhy() {
        plan = Optional.empty();
        running();
        assertThat(started).isEmpty();
        assertThat(control.phase()).isEqualTo(RunPhase.IDLE);
        assertThat(control.refusal()).extracting(Problem::message).containsExactly("the file is not there");
    }

    @Test
    void aFailureToStartIsAProblem() {
        failsToStart = Optional.of(new IllegalStateException("no threads left"));
        running();
        assertThat(control.phase()).isEqualTo(RunPhase.IDLE);
        assertThat(control.refusal()).extracting(Problem::message).allMatch(text -> text.contains("no threads left"));
    }

    @Test
    void nothingRunsWherePeopleDoNotGiveTheParameters() {
        parameters = Optional.empty();
        running();
        assertThat(started).isEmpty();
        assertThat(control.phase()).isEqualTo(RunPhase.IDLE);
        assertThat(control.refusal()).isEmpty();
    }

    @Test
    void stopWhilePreparingStartsNothing() {
        control.run();
        control.stop();
        settle();
        assertThat(started).isEmpty();
        assertThat(control.phase()).isEqualTo(RunPhase.IDLE);
    }

    @Test
    void stopWhileStartingStopsWhatHasStarted() {
        control.run();
        background.doAll();
        control.stop();
        settle();
        assertThat(started).hasSize(1);
        assertThat(started.getFirst().stops()).isPositive();
        assertThat(control.phase()).isEqualTo(RunPhase.STOPPING);
    }

    @Test
    void stopTwiceStopsOnce() {
        running();
        control.stop();
        control.stop();
        assertThat(started.getFirst().stops()).isEqualTo(1);
    }

    @Test
    void theEndIsToldToWhoeverWaitsForIt() {
        running();
        control.stop();
        var end = control.ended().toCompletableFuture();
        assertThat(end).isNotDone();
        started.getFirst().end(Ending.STOPPED);
        assertThat(end).isCompleted();
    }

    @Test
    void aStormOfClicksNeverRunsTwoAtOnceAndLosesNone() {
        Random clicks = new Random(7);
        for (int click = 0; click < 5_000; click++) {
            switch (clicks.nextInt(6)) {
                case 0 -> control.run();
                case 1 -> control.stop();
                case 2 -> control.pauseOrResume();
                case 3 -> background.doAll();
                case 4 -> window.doAll();
                default -> endWhatWasStopped();
            }
            assertThat(alive()).isLessThanOrEqualTo(1);
        }
        settle();
        control.stop();
        settle();
        endWhatWasStopped();
        settle();
        assertThat(alive()).isZero();
        assertThat(control.phase()).isEqualTo(RunPhase.IDLE);
        assertThat(started).hasSizeGreaterThan(20).allMatch(run -> run.stops() > 0);
    }

    private long alive() {
        return started.stream().filter(run -> !isEnded(run)).count();
    }

    private void endWhatWasStopped() {
        started.stream().filter(run -> run.stops() > 0 && !isEnded(run)).forEach(run -> run.end(Ending.STOPPED));
    }

    private static boolean isEnded(PretendedRun run) {
        return run.ended().toCompletableFuture().isDone();
    }
}
