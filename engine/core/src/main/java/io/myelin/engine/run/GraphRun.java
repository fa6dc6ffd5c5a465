package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedLink;
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

    /** What people should know about components that is no failure, in the order found, each once. */
    List<RunNotice> notices();

    /** What the component at {@code path} last published; empty where it published nothing. */
    Optional<Object> published(String path);

    /** Says whether anybody looks at what components publish. */
    void watchPublished(boolean watched);

    /**
     * Lets {@code tap} see the messages on {@code link} from now on, on the thread of the sender, which it must not hold
     * up. Closing what comes back ends it. Throws IllegalArgumentException for a link that is not of this run.
     */
    AutoCloseable tap(PlannedLink link, LinkTap tap);
}
