package io.myelin.app.editor.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Breakpoints.Rule;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.plan.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Breakpoints in graphs of files, in a run")
@Timeout(30)
class RunBreakpointsTest {
    private static final EngineRunStarter ENGINE =
            new EngineRunStarter(ComponentCatalog.installed(), Map.of(), _ -> Optional.empty());
    private static final LinkReference WIRE =
            new LinkReference(new BoxReference("case", "outbox"), new BoxReference("again", "inbox"));

    @TempDir
    private Path folder;

    private final ByHandExecutor background = new ByHandExecutor();
    private final AtomicBoolean isSet = new AtomicBoolean();

    @BeforeEach
    void writeAGraph() throws IOException {
        Files.writeString(folder.resolve("letters.graph.json"), """
                { "format": "myelin-graph/1",
                  "components": { "case": { "type": "text.case" }, "again": { "type": "text.case" } },
                  "links": [ { "from": "case.outbox", "to": "again.inbox" } ],
                  "inboxes": { "inbox": "case.inbox" }, "outboxes": { "outbox": "again.outbox" } }
                """);
    }

    /** A graph in which that of the file stands for each of these. */
    private static Graph graph(String... users) {
        StringBuilder components = new StringBuilder();
        for (String user : users) {
            components.append(", '%s': { 'type': 'graph:./letters.graph.json' }".formatted(user));
        }
        String text = "{ 'format': 'myelin-graph/1', 'components': { 'print': { 'type': 'console.print' }" + components
                + " } }";
        return GraphFile.parse(text.replace('\'', '"')).graph().orElseThrow();
    }

    private RunPlan plan(Graph graph) {
        return ENGINE.plan(graph, folder, Map.of()).plan().orElseThrow();
    }

    private RunSession session(Graph graph) {
        RunPlan plan = plan(graph);
        return new RunSession(graph, plan, Map.of(), new PretendedRun(plan), new ConsoleBuffer());
    }

    private static PretendedRun run(RunSession session) {
        return (PretendedRun) session.run();
    }

    private void becomes(RunSession session, Graph graph) {
        RunPlan plan = plan(graph);
        run(session).apply(plan);
        session.follow(graph, plan);
    }

    private Map<List<String>, Map<LinkReference, Rule>> kept() {
        return isSet.get() ? Map.of(List.of(), Map.of(WIRE, Rule.EVERY)) : Map.of();
    }

    private RunBreakpoints breakpoints() {
        return new RunBreakpoints(_ -> kept(), background);
    }

    private static String inner(String user) {
        return user + "/case.outbox -> " + user + "/again.inbox";
    }

    @Test
    void theyAreSetWhenARunHasBegun() {
        isSet.set(true);
        RunBreakpoints breakpoints = breakpoints();
        RunSession session = session(graph("letters"));
        breakpoints.begin(session);
        assertThat(run(session).gated()).containsExactly(inner("letters"));
    }

    @Test
    void oneThatIsSetWhileARunBeginsIsNotMissed() {
        AtomicReference<RunBreakpoints> breakpoints = new AtomicReference<>();
        breakpoints.set(new RunBreakpoints(
                _ -> {
                    var before = kept();
                    if (before.isEmpty()) {
                        isSet.set(true);
                        breakpoints.get().filesChanged();
                    }
                    return before;
                },
                background));
        RunSession session = session(graph("letters"));
        breakpoints.get().begin(session);
        assertThat(run(session).gated()).containsExactly(inner("letters"));
    }

    @Test
    void theyAreSetWhereAnEditBringsTheFileIntoTheRunAndReadInTheBackground() {
        isSet.set(true);
        RunBreakpoints breakpoints = breakpoints();
        RunSession session = session(graph("letters"));
        breakpoints.begin(session);
        becomes(session, graph("letters", "more"));
        breakpoints.followed();
        assertThat(run(session).gated()).containsExactly(inner("letters"));
        background.doAll();
        assertThat(run(session).gated()).containsExactlyInAnyOrder(inner("letters"), inner("more"));
    }

    @Test
    void oneThatIsSetJustAfterAnEditDoesNotTakeAwayWhatTheEditBrings() {
        RunBreakpoints breakpoints = breakpoints();
        RunSession session = session(graph());
        breakpoints.begin(session);
        becomes(session, graph("letters"));
        breakpoints.followed();
        isSet.set(true);
        breakpoints.filesChanged();
        background.doAll();
        assertThat(run(session).gated()).containsExactly(inner("letters"));
    }

    @Test
    void theWindowGoesOnWhileTheyAreRead() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Semaphore quick = new Semaphore(1);
        try (ExecutorService disk = Executors.newVirtualThreadPerTaskExecutor()) {
            RunBreakpoints breakpoints = new RunBreakpoints(
                    _ -> {
                        if (!quick.tryAcquire()) {
                            reading.countDown();
                            pass(answered);
                        }
                        return kept();
                    },
                    disk);
            RunSession session = session(graph("letters"));
            breakpoints.begin(session);
            isSet.set(true);
            breakpoints.filesChanged();
            reading.await();

            // The thread of this test is the window's.
            assertThat(breakpoints.held()).isEmpty();
            breakpoints.want(Map.of(), Map.of());
            breakpoints.followed();
            assertThat(run(session).gated()).isEmpty();
            answered.countDown();
            disk.shutdown();
            assertThat(disk.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            assertThat(run(session).gated()).containsExactly(inner("letters"));
        }
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ofTwoReadingsTheLaterOneHoldsWhicheverEndsFirst() throws InterruptedException {
        CountDownLatch oldRead = new CountDownLatch(1);
        CountDownLatch newTaken = new CountDownLatch(1);
        Semaphore held = new Semaphore(0);
        RunBreakpoints breakpoints = new RunBreakpoints(
                _ -> {
                    var found = kept();
                    if (held.tryAcquire()) {
                        oldRead.countDown();
                        pass(newTaken);
                    }
                    return found;
                },
                background);
        RunSession session = session(graph("letters"));
        breakpoints.begin(session);
        isSet.set(true);
        held.release();
        breakpoints.filesChanged();
        Thread old = Thread.ofVirtual().start(background::doAll);
        oldRead.await();
        isSet.set(false);
        breakpoints.filesChanged();
        background.doAll();
        newTaken.countDown();
        old.join();
        assertThat(run(session).gated()).isEmpty();
    }

    @Test
    void whatIsReadForARunThatHasEndedIsNotSetInTheNextOne() {
        RunBreakpoints breakpoints = breakpoints();
        RunSession first = session(graph("letters"));
        breakpoints.begin(first);
        breakpoints.followed();
        breakpoints.ended();
        RunSession second = session(graph("other"));
        breakpoints.begin(second);
        isSet.set(true);
        background.doAll();
        assertThat(run(first).gated()).isEmpty();
        assertThat(run(second).gated()).isEmpty();
        breakpoints.filesChanged();
        background.doAll();
        assertThat(run(second).gated()).containsExactly(inner("other"));
    }
}
