package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyScheduler;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.PlannedFragment;
import io.myelin.engine.plan.PlannedFragment.InnerBox;
import io.myelin.engine.run.TopologyElement.Box;
import io.myelin.engine.run.TopologyElement.Component;
import io.myelin.engine.run.TopologyElement.Link;
import io.myelin.engine.run.TopologyElement.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Observing what a run consists of: rows N. */
class TopologyObservationTest {
    /** Follows the reports, and complains of any that does not fit what there was. */
    private static final class Model implements TopologyObserver {
        private final Set<TopologyElement> known = new LinkedHashSet<>();
        private final List<String> complaints = new ArrayList<>();
        private int reports;

        @Override
        public synchronized void changed(TopologyChange change) {
            if (change.isWhole() != (reports == 0)
                    || (change.isWhole() && !change.removed().isEmpty())) {
                complaints.add("report " + reports + " is whole: " + change.isWhole());
            }
            reports++;
            for (TopologyElement gone : change.removed()) {
                if (!known.remove(gone)) {
                    complaints.add("removed and was not there: " + gone);
                }
                check();
            }
            for (TopologyElement added : change.added()) {
                if (!known.add(added)) {
                    complaints.add("added and was there: " + added);
                }
                check();
            }
        }

        /** Nothing ever hangs in the air. */
        private void check() {
            Set<String> paths = all(Component.class).map(Component::path).collect(Collectors.toSet());
            Set<String> boxes = new HashSet<>();
            all(Box.class).forEach(box -> {
                boxes.add(box.path() + "." + box.name());
                if (!paths.contains(box.path())) {
                    complaints.add("without its component: " + box);
                }
            });
            all(Link.class).forEach(link -> {
                if (!boxes.contains(link.fromPath() + "." + link.from())
                        || !boxes.contains(link.toPath() + "." + link.to())) {
                    complaints.add("without its boxes: " + link);
                }
            });
        }

        private <T> Stream<T> all(Class<T> kind) {
            return known.stream().filter(kind::isInstance).map(kind::cast);
        }

        synchronized Set<TopologyElement> known() {
            return new HashSet<>(known);
        }

        synchronized <T> List<T> every(Class<T> kind) {
            return all(kind).toList();
        }

        synchronized int reports() {
            return reports;
        }

        synchronized List<String> complaints() {
            return List.copyOf(complaints);
        }
    }

    private static Link link(String from, String to, Link.Kind kind) {
        String[] sender = from.split("\\.");
        String[] receiver = to.split("\\.");
        return new Link(sender[0], sender[1], receiver[0], receiver[1], kind);
    }

    private static Link link(String from, String to) {
        return link(from, to, Link.Kind.LINK);
    }

    private static Box inbox(String path, String name) {
        return new Box(path, name, true, Optional.empty());
    }

    private static Box outbox(String path, String name) {
        return new Box(path, name, false, Optional.empty());
    }

    /** All that there is, as somebody hears it who asks just now. */
    private static Set<TopologyElement> whole(Way.Running running) throws Exception {
        Model fresh = new Model();
        try (AutoCloseable _ = running.run().observe(fresh)) {
            running.until("it has been told", () -> fresh.reports() > 0);
        }
        return fresh.known();
    }

    private static PlannedFragment twoInARow(Way way) {
        TestGraph inside = way.graph();
        inside.pass("a");
        inside.pass("b");
        inside.chain("a", "b");
        return new PlannedFragment(
                inside.plan(),
                Map.of("inbox", new InnerBox("a", "inbox")),
                Map.of("outbox", new InnerBox("b", "outbox")));
    }

    /** A graph in which "maker" stays until it is stopped and does what the test says. */
    private static TestGraph withMaker(Way way, CompletableFuture<ComponentContext> maker) {
        TestGraph graph = way.graph();
        graph.reactive("maker", () -> new ReactiveComponent() {
            @Override
            public void onStart(ComponentContext context) {
                context.expect("the test");
                maker.complete(context);
            }

            @Override
            public void onMessage(Inbox inbox, Object message) {}
        });
        return graph;
    }

    @Test
    void n01_the_first_report_lists_every_component_box_and_link() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.counting("source", 3).outboxes("outbox", "other");
            graph.pass("pass");
            graph.link("source.outbox", "pass.inbox").link("source.signal", "pass.control");
            RunningGraph run = way.prepare(graph);
            Way.Running running = way.running(run);

            assertThat(whole(running))
                    .containsExactlyInAnyOrder(
                            new Component("source", "test.reactive", way.execution()),
                            new Component("pass", "test.reactive", way.execution()),
                            inbox("source", "control"),
                            outbox("source", "outbox"),
                            outbox("source", "other"),
                            outbox("source", "signal"),
                            inbox("pass", "inbox"),
                            inbox("pass", "control"),
                            outbox("pass", "outbox"),
                            outbox("pass", "signal"),
                            link("source.outbox", "pass.inbox"),
                            link("source.signal", "pass.control"));
            run.start();
            running.end();
        });
    }

    @Test
    void n01_what_a_component_makes_while_it_runs_is_reported_and_what_only_links_lead_to() throws Exception {
        everyWay(way -> {
            PlannedFragment fragment = twoInARow(way);
            CompletableFuture<ComponentContext> maker = new CompletableFuture<>();
            Model model = new Model();
            Way.Running running = way.start(withMaker(way, maker));
            running.run().observe(model);
            running.until("it runs and is observed", () -> maker.isDone() && model.reports() == 1);
            Set<TopologyElement> before = model.known();
            AtomicReference<Child> child = new AtomicReference<>();
            List<ChildEnd> ends = TestGraph.<ChildEnd>synchronizedListOf();
            maker.join().execute(() -> {
                ComponentContext context = maker.join();
                context.addInbox("back");
                context.addOutbox("out");
                Child made = context.child("child", fragment, ends::add);
                made.linkIn("out", "inbox");
                made.passOut("outbox", "outbox");
                child.set(made);
            });
            // Not started yet: the run itself does not list them.
            running.until(
                    "the child is reported",
                    () -> model.known().contains(link("maker.out", "maker/child/a.inbox"))
                            && model.known()
                                    .contains(link("maker/child/b.outbox", "maker.outbox", Link.Kind.PASSED_OUT)));
            assertThat(running.run().snapshot().components()).containsOnlyKeys("maker");
            assertThat(model.known())
                    .contains(
                            new Component("maker/child/a", "test.reactive", way.execution()),
                            new Component("maker/child/b", "test.reactive", way.execution()),
                            link("maker/child/a.outbox", "maker/child/b.inbox"),
                            inbox("maker", "back"),
                            outbox("maker", "out"));
            assertThat(model.known()).isEqualTo(whole(running));
            maker.join().execute(child.get()::start);
            maker.join().execute(child.get()::stop);
            running.until("it has ended", () -> !ends.isEmpty());
            maker.join().execute(() -> {
                maker.join().deleteInbox("back");
                maker.join().deleteOutbox("out");
            });
            running.until("all is as before", () -> model.known().equals(before));
            running.run().stop();
            running.end();

            assertThat(model.complaints()).isEmpty();
        });
    }

    @Test
    void n01_a_change_to_the_graph_is_reported_as_what_goes_and_then_what_comes() throws Exception {
        everyScheduler(way -> {
            Callable<ReactiveComponent> holds = () -> new SendingTest.OnStart(context -> context.expect("the test"));
            TestGraph graph = way.graph();
            graph.reactive("holder", holds);
            graph.reactive("old", holds);
            graph.chain("holder", "old");
            TestGraph other = way.graph();
            other.reactive("holder", holds);
            other.reactive("new", holds);
            other.chain("holder", "new", "holder");
            Way.Running running = way.start(graph, Duration.ofMillis(10));
            Model model = new Model();
            List<TopologyChange> changes = TestGraph.synchronizedListOf();
            running.run().observe(change -> {
                model.changed(change);
                changes.add(change);
            });
            running.until("it is observed", () -> model.reports() == 1);
            assertThat(model.every(Link.class)).containsExactly(link("holder.outbox", "old.inbox"));
            CompletableFuture<ChangeReport> report =
                    running.run().apply(other.plan()).toCompletableFuture();
            running.until("the change is made", report::isDone);
            Set<TopologyElement> now = whole(running);
            running.until("it is told", () -> model.known().equals(now));

            assertThat(model.every(Component.class))
                    .extracting(Component::path)
                    .containsExactlyInAnyOrder("holder", "new");
            assertThat(model.every(Link.class))
                    .containsExactlyInAnyOrder(link("holder.outbox", "new.inbox"), link("new.outbox", "holder.inbox"));
            assertThat(changes.getFirst().isWhole()).isTrue();
            assertThat(changes.stream().flatMap(change -> change.removed().stream()))
                    .contains(link("holder.outbox", "old.inbox"), inbox("old", "inbox"))
                    .noneMatch(gone -> gone instanceof Component component
                            && component.path().equals("holder"));
            assertThat(model.complaints()).isEmpty();
            running.run().stop();
            running.end();
        });
    }

    @Test
    void n01_no_difference_is_lost_however_fast_things_come_and_go() throws Exception {
        everyWay(way -> {
            PlannedFragment fragment = twoInARow(way);
            TestGraph graph = way.graph();
            graph.counting("source", 400);
            graph.reactive("maker", () -> new ReactiveComponent() {
                private ComponentContext context;
                private int made;

                @Override
                public void onStart(ComponentContext given) {
                    context = given;
                    context.inbox().hold();
                    another();
                }

                private void another() {
                    if (made == 40) {
                        context.inbox().resume();
                        return;
                    }
                    String out = context.addOutbox("own").name();
                    Child child = context.child("child" + made++, fragment, _ -> {
                        context.deleteOutbox(out);
                        another();
                    });
                    child.linkIn(out, "inbox");
                    child.passOut("outbox", "outbox");
                    child.start();
                    context.outbox(out).send("m");
                    context.execute(child::finish);
                }

                @Override
                public void onMessage(Inbox inbox, Object message) {}
            });
            List<Object> received = TestGraph.synchronizedList();
            graph.sink("sink", received);
            graph.chain("source", "maker", "sink");
            List<Model> models = new ArrayList<>();
            RunningGraph run = way.prepare(graph);
            Way.Running running = way.running(run);
            for (int i = 0; i < 3; i++) {
                models.add(new Model());
            }
            run.observe(models.get(0));
            run.start();
            running.until("some have come and gone", () -> received.size() > 10);
            run.observe(models.get(1));
            running.until("more have come and gone", () -> received.size() > 30);
            run.observe(models.get(2));
            running.end();
            Set<TopologyElement> left = whole(running);

            assertThat(received).hasSize(40);
            for (Model model : models) {
                running.until("all is told", () -> model.known().equals(left));
                assertThat(model.complaints()).isEmpty();
            }
        });
    }

    @Test
    void n01_topics_are_reported_until_the_last_who_has_to_do_with_them_has_ended() throws Exception {
        everyScheduler(way -> {
            GraphText.Story story = new GraphText.Story();
            Way.Running running = way.start(GraphText.plan(way, """
                            'components': {
                                'until': {'type': 'test.until'},
                                'p': {'type': 'test.publish', 'settings': {'topic': 'news'}},
                                's': {'type': 'test.subscribe', 'settings': {'topic': 'news'}},
                                'o': {'type': 'test.print', 'settings': {'as': 'o'}}},
                            'links': [{'from': 'until.signal', 'to': 'p.inbox'}, {'from': 's.outbox', 'to': 'o.inbox'}]
                            """), story);
            Model model = new Model();
            running.run().observe(model);
            running.until("it is told", () -> model.reports() > 0);
            running.until("it waits", () -> story.waits("until"));
            assertThat(model.every(Topic.class)).containsExactly(new Topic("news"));
            assertThat(model.known())
                    .contains(new Box("s", "topic", true, Optional.of("news")))
                    .anyMatch(one -> one instanceof Link link
                            && link.fromPath().equals("p")
                            && link.toPath().equals("s"));
            story.release("until");
            running.end();
            running.until("the topic is free", () -> model.every(Topic.class).isEmpty());
            assertThat(model.complaints()).isEmpty();
        });
    }

    @Test
    void n02_observing_does_not_change_results_nor_the_order_of_steps() throws Exception {
        everyWay(way -> {
            List<List<Object>> results = new ArrayList<>();
            List<Long> times = new ArrayList<>();
            for (boolean observed : new boolean[] {false, true}) {
                List<Object> received = TestGraph.synchronizedList();
                TestGraph graph = way.graph();
                graph.counting("a", 500);
                graph.counting("b", 500);
                graph.pass("pass").limit(3);
                graph.sink("sink", received).limit(2);
                graph.chain("a", "pass", "sink").chain("b", "pass");
                RunningGraph run = way.prepare(graph);
                AtomicInteger slow = new AtomicInteger();
                if (observed) {
                    run.observe(change -> slow.addAndGet(change.added().size()));
                }
                run.start();
                way.running(run).end();
                if (!way.isDeterministic() || way.execution() != Execution.MICROPROCESS) {
                    received.sort(null);
                }
                results.add(received);
                times.add(run.scheduler() instanceof DeterministicScheduler scheduler ? scheduler.nanoTime() : 0L);
            }

            assertThat(results.get(0)).hasSize(1000).isEqualTo(results.get(1));
            assertThat(times.get(0)).isEqualTo(times.get(1));
        });
    }

    @Test
    void n02_observing_does_not_keep_an_idle_system_busy() throws Exception {
        everyScheduler(way -> {
            AtomicInteger calls = new AtomicInteger();
            TestGraph graph = way.graph();
            graph.pass("a");
            graph.pass("b");
            graph.chain("a", "b", "a");
            RunningGraph run = way.prepare(graph);
            AtomicReference<Thread> observer = new AtomicReference<>();
            run.observe(_ -> {
                calls.incrementAndGet();
                observer.set(Thread.currentThread());
            });
            Way.Running running = way.running(run);
            running.until("it rests", () -> {
                Thread thread = observer.get();
                return thread != null && thread.getState() == Thread.State.WAITING;
            });
            assertThat(calls).hasValue(1);
            // Nothing can ever move: that would not be found if somebody who observes counted as busy.
            run.start();
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STALLED);
            running.until(
                    "the observer's thread has ended", () -> !observer.get().isAlive());
            assertThat(calls).hasValue(1);
        });
    }

    @Test
    void n03_whoever_comes_before_the_start_while_it_runs_or_after_its_end_gets_the_full_state() throws Exception {
        everyWay(way -> {
            Trigger trigger = new Trigger();
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive("source", () -> trigger).inboxes();
            graph.sink("sink", received);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            Way.Running running = way.running(run);
            Set<TopologyElement> before = whole(running);
            run.start();
            running.untilStatus("sink", ComponentStatus.WAITING);
            Set<TopologyElement> meanwhile = whole(running);
            trigger.fire(1L);
            running.end();
            Set<TopologyElement> after = whole(running);

            assertThat(before).contains(link("source.outbox", "sink.inbox")).hasSize(9);
            assertThat(meanwhile).isEqualTo(before);
            assertThat(after).isEqualTo(before);
        });
    }

    @Test
    void n03_an_observer_that_throws_or_takes_for_ever_harms_neither_the_run_nor_the_others() throws Exception {
        everyScheduler(way -> {
            PlannedFragment fragment = twoInARow(way);
            CompletableFuture<ComponentContext> maker = new CompletableFuture<>();
            CompletableFuture<Void> release = new CompletableFuture<>();
            AtomicInteger thrown = new AtomicInteger();
            RunningGraph run = way.prepare(withMaker(way, maker));
            run.observe(_ -> release.join());
            run.observe(_ -> {
                thrown.incrementAndGet();
                throw new IllegalStateException("an observer's own mistake");
            });
            Model model = new Model();
            AutoCloseable observation = run.observe(model);
            run.start();
            Way.Running running = way.running(run);
            running.until("all are told", () -> maker.isDone() && thrown.get() == 1 && model.reports() == 1);
            maker.join()
                    .execute(
                            () -> maker.join().child("child", fragment, _ -> {}).start());
            running.until(
                    "the child is reported",
                    () -> model.known().contains(link("maker/child/a.outbox", "maker/child/b.inbox")));
            observation.close();
            int reports = model.reports();
            maker.join().execute(() -> maker.join().addInbox("one more"));
            running.until(
                    "it has been made", () -> running.counts("maker").inboxes().containsKey("one more"));
            run.stop();
            RunOutcome outcome = running.end();

            assertThat(outcome).isEqualTo(new RunOutcome(RunOutcome.Ending.STOPPED, List.of(), List.of()));
            assertThat(thrown).hasValue(1);
            assertThat(model.reports()).isEqualTo(reports);
            assertThat(model.complaints()).isEmpty();
            release.complete(null);
        });
    }

    @Test
    void n01_what_is_reported_while_random_edits_are_made_always_fits() throws Exception {
        everyScheduler(way -> {
            Callable<ReactiveComponent> holds = () -> new SendingTest.OnStart(context -> context.expect("the test"));
            SplittableRandom random = new SplittableRandom(7);
            TestGraph first = way.graph();
            first.reactive("c0", holds);
            Way.Running running = way.start(first, Duration.ofMillis(10));
            Model model = new Model();
            running.run().observe(model);
            for (int edit = 0; edit < 15; edit++) {
                TestGraph graph = way.graph();
                List<String> names = new ArrayList<>(List.of("c0"));
                LongStream.range(1, 6).filter(_ -> random.nextBoolean()).forEach(i -> names.add("c" + i));
                names.forEach(name -> graph.reactive(name, holds));
                names.forEach(name -> graph.chain(name, names.get(random.nextInt(names.size()))));
                CompletableFuture<ChangeReport> report =
                        running.run().apply(graph.plan()).toCompletableFuture();
                running.until("the change is made", report::isDone);
            }
            Set<TopologyElement> now = whole(running);
            running.until("all is told", () -> model.known().equals(now));
            assertThat(model.complaints()).isEmpty();
            running.run().stop();
            running.end();
        });
    }
}
