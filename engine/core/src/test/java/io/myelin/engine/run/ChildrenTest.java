package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.PlannedFragment;
import io.myelin.engine.plan.PlannedFragment.InnerBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Parts of graphs that a component runs under itself. */
class ChildrenTest {
    /** A fragment of one chain of components, whose boxes are the first one's inbox and the last one's outbox. */
    private static PlannedFragment fragment(TestGraph inside, String first, String last) {
        return new PlannedFragment(
                inside.plan(),
                Map.of("inbox", new InnerBox(first, "inbox")),
                Map.of("outbox", new InnerBox(last, "outbox")));
    }

    private static PlannedFragment twoInARow(Way way) {
        TestGraph inside = way.graph();
        inside.pass("a");
        inside.pass("b");
        inside.chain("a", "b");
        return fragment(inside, "a", "b");
    }

    /** What a component that runs children one after the other has in common. */
    private abstract static class Maker implements ReactiveComponent {
        ComponentContext context;

        @Override
        public void onStart(ComponentContext given) throws Exception {
            context = given;
            begin();
        }

        abstract void begin() throws Exception;

        @Override
        public void onMessage(Inbox inbox, Object message) throws Exception {
            throw new AssertionError("the child should have got " + message);
        }
    }

    @Test
    void aChildGetsWhatIsPassedInAndWhatItSendsLeavesByItsMakersOutbox() throws Exception {
        everyWay(way -> {
            PlannedFragment fragment = twoInARow(way);
            List<Object> received = TestGraph.synchronizedList();
            List<ChildEnd> ends = Collections.synchronizedList(new ArrayList<>());
            TestGraph graph = way.graph();
            graph.counting("source", 3_000);
            graph.reactive("maker", () -> new Maker() {
                        @Override
                        void begin() {
                            Child child = context.child("child", fragment, ends::add);
                            child.passIn("inbox", "inbox");
                            child.passOut("outbox", "outbox");
                            child.start();
                        }
                    })
                    .limit(7);
            graph.sink("sink", received).limit(16);
            graph.chain("source", "maker", "sink");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.failures()).isEmpty();
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(received).isEqualTo(LongStream.range(0, 3_000).boxed().toList());
            assertThat(ends).singleElement().satisfies(end -> {
                assertThat(end.child().path()).isEqualTo("maker/child");
                assertThat(end.failed()).isFalse();
                assertThat(end.unread()).isEmpty();
            });
        });
    }

    @Test
    void whatAChildThatEndsHasNotReadGoesToTheNextInOrder() throws Exception {
        everyWay(way -> {
            TestGraph inside = way.graph();
            List<Object> taken = TestGraph.synchronizedList();
            inside.reactive("take", () -> new Takes(100, taken)).outboxes();
            PlannedFragment fragment =
                    new PlannedFragment(inside.plan(), Map.of("inbox", new InnerBox("take", "inbox")), Map.of());
            TestGraph graph = way.graph();
            graph.counting("source", 2_000);
            graph.reactive("maker", () -> new Maker() {
                        private int made;

                        @Override
                        void begin() {
                            context.inbox().hold();
                            Child child = context.child("child" + made++, fragment, this::ended);
                            child.passIn("inbox", "inbox");
                            child.start();
                        }

                        private void ended(ChildEnd end) {
                            assertThat(end.unread()).isEmpty();
                            if (made < 20) {
                                begin();
                            } else {
                                context.inbox().resume();
                            }
                        }
                    })
                    .outboxes()
                    .limit(9);
            graph.chain("source", "maker");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.failures()).isEmpty();
            for (int i = 0; i < taken.size(); i++) {
                assertThat(taken.get(i)).as("message %d", i).isEqualTo((long) i);
            }
            assertThat(taken).hasSize(2_000);
        });
    }

    /** Takes so many and finishes. */
    private static final class Takes implements ReactiveComponent {
        private final List<Object> into;
        private int left;
        private ComponentContext context;

        Takes(int most, List<Object> into) {
            this.left = most;
            this.into = into;
        }

        @Override
        public void onStart(ComponentContext given) {
            context = given;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            into.add(message);
            if (--left == 0) {
                context.finish();
            }
        }
    }

    @Test
    void aChildIsLinkedToItsMakersOwnBoxesAndFinishedByIt() throws Exception {
        everyWay(way -> {
            PlannedFragment fragment = twoInARow(way);
            List<Object> back = TestGraph.synchronizedList();
            List<ChildEnd> ends = Collections.synchronizedList(new ArrayList<>());
            TestGraph graph = way.graph();
            graph.reactive("maker", () -> new Maker() {
                        @Override
                        void begin() {
                            Child child = context.child("child", fragment, ends::add);
                            context.addInbox("back");
                            String out = context.addOutbox("outbox").name();
                            child.linkIn(out, "inbox");
                            child.linkOut("outbox", "back");
                            child.start();
                            context.outbox(out).sendAll(new CountingIterator(500));
                            context.execute(child::finish);
                        }

                        @Override
                        public void onMessage(Inbox inbox, Object message) {
                            assertThat(inbox.name()).isEqualTo("back");
                            back.add(message);
                            if (back.size() == 500) {
                                context.schedule(java.time.Duration.ZERO, () -> {
                                    if (!ends.isEmpty()) {
                                        context.finish();
                                    }
                                });
                            }
                        }
                    })
                    .inboxes();
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.failures()).isEmpty();
            assertThat(back).isEqualTo(LongStream.range(0, 500).boxed().toList());
            assertThat(ends).hasSize(1);
        });
    }

    @Test
    void childrenAreStoppedWhenTheirMakerEndsAndLeaveNothingBehind() throws Exception {
        everyWay(way -> {
            PlannedFragment fragment = twoInARow(way);
            AtomicReference<Child> made = new AtomicReference<>();
            TestGraph graph = way.graph();
            graph.reactive("maker", () -> new Maker() {
                @Override
                void begin() {
                    made.set(context.child("child", fragment, _ -> {}));
                    made.get().start();
                }

                @Override
                public void onMessage(Inbox inbox, Object message) {
                    context.finish();
                }
            });
            graph.source("source", "go");
            graph.chain("source", "maker");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(made.get().hasEnded()).isTrue();
        });
    }

    @Test
    void aNameIsFreeAgainOnlyWhenTheChildHasEndedAndUnknownBoxesAreErrors() throws Exception {
        Way.everyScheduler(way -> {
            PlannedFragment fragment = twoInARow(way);
            TestGraph graph = way.graph();
            graph.reactive("maker", () -> new Maker() {
                @Override
                void begin() {
                    Child child = context.child("child", fragment, _ -> {});
                    assertThatThrownBy(() -> context.child("child", fragment, _ -> {}))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("maker/child");
                    assertThatThrownBy(() -> child.passIn("inbox", "nowhere"))
                            .hasMessageContaining("'maker/child' has no inbox 'nowhere'; its inboxes: inbox");
                    assertThatThrownBy(() -> child.passOut("nowhere", "outbox"))
                            .hasMessageContaining("its outboxes: outbox");
                    child.start();
                    child.stop();
                }
            });
            graph.source("source", "nothing else");
            graph.link("source.outbox", "maker.control");
            RunOutcome outcome = way.run(graph);

            assertThat(outcome.failures()).isEmpty();
        });
    }

    @Test
    void childrenAreSeenWhileTheyRunAndAPausedRunHoldsThem() throws Exception {
        Way.everyScheduler(way -> {
            PlannedFragment fragment = twoInARow(way);
            TestGraph graph = way.graph();
            graph.reactive("maker", () -> new Maker() {
                @Override
                void begin() {
                    Child child = context.child("child", fragment, _ -> {});
                    child.passIn("inbox", "inbox");
                    child.start();
                }
            });
            graph.reactive("source", () -> new ReactiveComponent() {
                        @Override
                        public void onStart(ComponentContext context) {
                            context.expect("the test's word");
                        }

                        @Override
                        public void onMessage(Inbox inbox, Object message) {}
                    })
                    .inboxes();
            graph.chain("source", "maker");
            Way.Running running = way.start(graph);
            running.until(
                    "the child is there",
                    () -> running.run().snapshot().components().containsKey("maker/child/b"));
            assertThat(running.run().snapshot().components().keySet())
                    .containsExactly("maker", "source", "maker/child/a", "maker/child/b");
            running.run().stop();
            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        });
    }
}
