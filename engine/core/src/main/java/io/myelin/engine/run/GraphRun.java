package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A graph at work. Every method may be called from any thread and none waits, but those called {@code await…}. */
public interface GraphRun {
    /** What it is doing. */
    RunState state();

    /** Holds everything: no component is given anything new; tasklets and threads stop at their next box. */
    void pause();

    /** Goes on after {@link #pause}. */
    void resume();

    /**
     * From now on everything happens in slow motion, so that people can follow it: a component gets one message, timer or
     * other call a step, a tasklet or thread makes one step at a box, and each step waits for the next of beats that are
     * {@code delay} apart, the first of them one delay from now. What comes of the run is the same. {@link Duration#ZERO}
     * ends it. A stop waits for nothing.
     */
    void slowMotion(Duration delay);

    /** How far apart the beats of slow motion are; {@link Duration#ZERO} where it runs as fast as it can. */
    Duration slowMotion();

    /**
     * Makes the running graph that of {@code plan}, at once as all see it, and also while it is paused. Components that
     * are new start; those that are not there any more get nothing new, do what waits for them and end (sources end
     * soon), and are stopped when that takes as long as stopping may; links come and go. A component with other settings
     * or boxes, or of another type, gets a new instance between two messages and keeps its inboxes with what waits there;
     * one that is run another way than before is replaced: the old one does what waits for it, the new one gets what
     * comes. Nothing else notices: on links that stay nothing is lost, doubled or reordered. An inbox that loses its last
     * link is unlinked, not at its end; one whose remaining producers have finished is at its end. What has ended stays
     * ended.
     *
     * <p>What is returned is done when all of that has been done, which takes a run that is not paused. Throws
     * IllegalArgumentException where {@code plan} links boxes that it does not have, and IllegalStateException where the
     * run has not started, is being stopped or has ended; nothing has changed then.
     */
    CompletionStage<ChangeReport> apply(RunPlan plan);

    /**
     * Ends every component in order: each gets a hard stop, and its stop hook once. Components that do not end within a
     * bounded time are given up and said in the outcome. More calls do nothing.
     */
    void stop();

    /** Done when every component has ended. Never completed exceptionally. */
    CompletionStage<RunOutcome> ended();

    /** Waits for the end. */
    RunOutcome awaitEnd() throws InterruptedException;

    /** Waits for the end for {@code atMost}; empty if it has not come by then. */
    Optional<RunOutcome> awaitEnd(Duration atMost) throws InterruptedException;

    /** A look at all counters. Disturbs nothing; costs some microseconds for each hundred components. */
    RunSnapshot snapshot();

    /**
     * Who waits for what just now, and which circles are closed. Disturbs nothing; costs some microseconds for each
     * hundred components.
     */
    WaitReport explain();

    /**
     * What people should know about components that is no failure: what was found about them in the order found, each
     * once, then what they said themselves.
     */
    List<RunNotice> notices();

    /** What the component at {@code path} last published; empty where it published nothing. */
    Optional<Object> published(String path);

    /** Says whether anybody looks at what components publish. */
    void watchPublished(boolean watched);

    /**
     * Tells {@code observer} what the run consists of: first all there is, whether that is asked before the start, while it
     * runs or after its end, then how it changes, until the end. No change is left out, but what has come and gone again
     * between two reports. Nothing about the run is changed by it. Closing what comes back ends it.
     */
    AutoCloseable observe(TopologyObserver observer);

    /**
     * Lets {@code tap} see the messages on {@code link} from now on, on the thread of the sender, which it must not hold
     * up. Closing what comes back ends it. Throws IllegalArgumentException for a link that is not of this run.
     */
    AutoCloseable tap(PlannedLink link, LinkTap tap);

    /**
     * Lets {@code gate} decide from now on which messages may go along {@code link}. The sender of one that may not waits
     * with it, as for room, while everything else runs; a run in which nothing else can move waits too, and is not stuck.
     * What is held when its sender is stopped is undelivered. A link with a gate costs more than one without. Throws
     * IllegalArgumentException for a link that is not of this run, and IllegalStateException for one that has a gate, or
     * that leads nowhere any more.
     */
    LinkHold gate(PlannedLink link, LinkGate gate);
}
