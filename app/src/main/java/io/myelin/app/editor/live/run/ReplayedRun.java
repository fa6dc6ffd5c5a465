package io.myelin.app.editor.live.run;

import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.LinkGate;
import io.myelin.engine.run.LinkHold;
import io.myelin.engine.run.LinkTap;
import io.myelin.engine.run.RunNotice;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunSnapshot;
import io.myelin.engine.run.RunState;
import io.myelin.engine.run.TopologyObserver;
import io.myelin.engine.run.WaitReport;
import io.myelin.engine.watch.recording.Replay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A replay as a run that is watched: what would change what happens is refused, since it is to be the same; pausing and
 * stopping are done to the replay, whose own thread alone drives the run.
 */
final class ReplayedRun implements GraphRun {
    private final Replay replay;
    private final GraphRun run;
    private volatile boolean paused;

    ReplayedRun(Replay replay) {
        this.replay = replay;
        this.run = replay.run();
    }

    @Override
    public RunState state() {
        return paused && run.state() == RunState.RUNNING ? RunState.PAUSED : run.state();
    }

    @Override
    public void pause() {
        paused = true;
        replay.setPaused(true);
    }

    @Override
    public void resume() {
        paused = false;
        replay.setPaused(false);
    }

    @Override
    public void slowMotion(Duration delay) {
        // It has the speed that was asked for.
    }

    @Override
    public Duration slowMotion() {
        return Duration.ZERO;
    }

    @Override
    public CompletionStage<ChangeReport> apply(RunPlan plan) {
        throw new IllegalStateException("a replay can't be changed");
    }

    @Override
    public void stop() {
        replay.cancel();
    }

    @Override
    public CompletionStage<RunOutcome> ended() {
        return run.ended();
    }

    @Override
    public RunOutcome awaitEnd() throws InterruptedException {
        return run.awaitEnd();
    }

    @Override
    public Optional<RunOutcome> awaitEnd(Duration atMost) throws InterruptedException {
        return run.awaitEnd(atMost);
    }

    @Override
    public RunSnapshot snapshot() {
        return run.snapshot();
    }

    @Override
    public WaitReport explain() {
        return run.explain();
    }

    @Override
    public List<RunNotice> notices() {
        return run.notices();
    }

    @Override
    public Optional<Object> published(String path) {
        return run.published(path);
    }

    @Override
    public void watchPublished(boolean watched) {
        // As it was when it was recorded.
    }

    @Override
    public AutoCloseable observe(TopologyObserver observer) {
        return run.observe(observer);
    }

    @Override
    public AutoCloseable tap(PlannedLink link, LinkTap tap) {
        return run.tap(link, tap);
    }

    @Override
    public LinkHold gate(PlannedLink link, LinkGate gate) {
        return replay.gate(link, gate);
    }
}
