package io.myelin.app.editor.live.run;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.RunState;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Applies the edits of a document to its run: when a gesture has ended and people have let their hands rest for a
 * moment, so that a text that is being typed is not applied letter by letter. One change is made ready at a time, beside
 * the window's thread; edits that come meanwhile are the next. Belongs to the window's thread.
 */
public final class LiveEdits implements Subscription {
    private static final Texts TEXTS = Texts.of(LiveEdits.class);

    private static final Set<RunPhase> AT_WORK = EnumSet.of(RunPhase.RUNNING, RunPhase.PAUSED);

    private final Document document;
    private final RunControl control;
    private final RunStarter starter;
    private final RunFollower follower;
    private final Executor background;
    private final Executor window;
    private final Executor later;
    private final Listeners<LiveEdits> listeners = new Listeners<>();
    private final List<Subscription> subscriptions;
    private EditsStanding standing = new EditsStanding.Followed();
    private Optional<Graph> seen = Optional.empty();
    private boolean isOn = true;
    private long edits;
    private boolean working;
    private Optional<Boolean> next = Optional.empty();

    /**
     * Applies the edits of {@code document} to the runs of {@code control}; {@code later} does things on the window's
     * thread when people have had the time to go on editing.
     */
    public LiveEdits(
            Document document,
            RunControl control,
            RunStarter starter,
            RunFollower follower,
            Executor background,
            Executor window,
            Executor later) {
        this.document = document;
        this.control = control;
        this.starter = starter;
        this.follower = follower;
        this.background = background;
        this.window = window;
        this.later = later;
        subscriptions = List.of(document.onState(_ -> look()), control.onChange(_ -> look()));
    }

    /** Whether edits are applied by themselves. */
    public boolean isOn() {
        return isOn;
    }

    /** Says whether edits are applied by themselves; those made before are when it is switched on. */
    public void setOn(boolean on) {
        if (on != isOn) {
            isOn = on;
            if (isAtWork()) {
                work(on);
            }
        }
    }

    /** Applies the edits now, also where they are not applied by themselves. */
    public void applyNow() {
        if (isAtWork() && !document.isInStep()) {
            work(true);
        }
    }

    /** How the run stands to the edits. */
    public EditsStanding standing() {
        return standing;
    }

    /** Tells {@code listener} of every change of {@link #standing}. */
    public Subscription onChange(Consumer<? super LiveEdits> listener) {
        return listeners.add(listener);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    private boolean isAtWork() {
        return AT_WORK.contains(control.phase());
    }

    private Optional<RunSession> session() {
        return control.session().filter(_ -> isAtWork());
    }

    private void look() {
        Optional<RunSession> session = session();
        if (session.isEmpty()) {
            seen = Optional.empty();
            stand(new EditsStanding.Followed());
            return;
        }
        if (document.isInStep() || isStill(seen.orElseGet(session.get()::graph))) {
            return;
        }
        seen = Optional.of(document.graph());
        long edit = ++edits;
        later.execute(() -> {
            if (edit == edits && isAtWork() && !document.isInStep()) {
                work(isOn);
            }
        });
    }

    /** Finds out how the run stands to the graph as it is now, and applies it if so asked. */
    private void work(boolean applies) {
        if (working) {
            next = Optional.of(applies || next.orElse(false));
            return;
        }
        session().ifPresent(session -> {
            working = true;
            Graph graph = document.graph();
            Path folder = document.folder();
            try {
                background.execute(() -> {
                    Runnable result = result(session, graph, folder, applies);
                    window.execute(() -> done(session, result));
                });
            } catch (RejectedExecutionException closing) {
                working = false;
            }
        });
    }

    private void done(RunSession session, Runnable result) {
        working = false;
        if (session().filter(session::equals).isPresent()) {
            result.run();
        }
        Optional<Boolean> asked = next;
        next = Optional.empty();
        asked.ifPresent(this::work);
    }

    /** Beside the window's thread; gives what is to be done on it. */
    private Runnable result(RunSession session, Graph graph, Path folder, boolean applies) {
        if (runsAlike(session.graph(), graph)) {
            return () -> {
                if (isStill(graph)) {
                    stand(new EditsStanding.Followed());
                    follower.unchanged(session);
                }
            };
        }
        if (!applies) {
            return () -> stand(new EditsStanding.Waiting());
        }
        try {
            PlanResult planned = starter.plan(graph, folder, given(session, graph));
            return planned.plan()
                    .map(plan ->
                            apply(session, graph, plan.hiding(session.plan().secrets())))
                    .orElseGet(() -> () -> stand(new EditsStanding.Refused(planned.problems())));
        } catch (RuntimeException failed) {
            return () -> stand(new EditsStanding.Refused(List.of(failedToFollow(failed))));
        }
    }

    private Runnable apply(RunSession session, Graph graph, RunPlan plan) {
        PlanDifference difference = PlanDifference.between(session.plan(), plan);
        follower.applying(session, plan);
        CompletionStage<ChangeReport> report;
        try {
            report = session.run().apply(plan);
        } catch (IllegalStateException ended) {
            if (session.run().state() == RunState.RUNNING || session.run().state() == RunState.PAUSED) {
                throw ended;
            }
            return () -> {
                // It ends: there is nothing to apply to any more, which the control is about to say.
            };
        }
        return () -> {
            session.follow(graph, plan);
            stand(new EditsStanding.Followed());
            follower.followed(session, difference);
            report.thenAccept(settled -> window.execute(() -> follower.settled(session, settled)));
        };
    }

    /** Whether the document has not been edited since it had {@code graph}. */
    @SuppressWarnings("ReferenceEquality") // A graph is never changed, and this is asked after each step of a drag.
    private boolean isStill(Graph graph) {
        return document.graph() == graph;
    }

    /** What was given at the start, as far as the graph still has such parameters. */
    private static Map<String, String> given(RunSession session, Graph graph) {
        Map<String, String> given = new LinkedHashMap<>(session.parameters());
        given.keySet().retainAll(graph.parameters().keySet());
        return given;
    }

    private static Problem failedToFollow(RuntimeException failed) {
        return new Problem(
                Problem.Severity.ERROR,
                "",
                0,
                0,
                TEXTS.get(
                        "edits.failed",
                        Optional.ofNullable(failed.getMessage())
                                .orElse(failed.getClass().getSimpleName())),
                Optional.empty());
    }

    /** Whether the graphs differ at most in what only the editor needs. */
    private static boolean runsAlike(Graph one, Graph other) {
        return one.parameters().equals(other.parameters())
                && one.components().equals(other.components())
                && one.links().equals(other.links())
                && one.inboxes().equals(other.inboxes())
                && one.outboxes().equals(other.outboxes())
                && one.graphs().keySet().equals(other.graphs().keySet())
                && one.graphs().entrySet().stream()
                        .allMatch(inner -> runsAlike(
                                inner.getValue(),
                                Optional.ofNullable(other.graphs().get(inner.getKey()))
                                        .orElse(Graph.EMPTY)));
    }

    private void stand(EditsStanding now) {
        if (!now.equals(standing)) {
            standing = now;
            listeners.tell(this);
        }
    }
}
