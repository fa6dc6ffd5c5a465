package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyExecution;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.run.GraphText.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A graph as a component of another one: rows H01 to H15. */
class SubgraphTest {
    private static final String FINISHED = "{\"status\":\"finished\",\"component\":\"sub\"}";
    private static final String STOP = "{\"status\":\"stop\",\"reason\":\"enough\"}";
    private static final String STOPPER = "{'type': 'test.values', 'settings': {'values': [" + quoted(STOP) + "]}}";

    private static String quoted(String json) {
        return json.replace('"', '\'');
    }

    private static String say(String as) {
        return "{'type': 'test.say', 'settings': {'as': '" + as + "'}}";
    }

    private static String print(String as) {
        return "{'type': 'test.print', 'settings': {'as': '" + as + "'}}";
    }

    private static String values(String values) {
        return "{'type': 'test.values', 'settings': {'values': [" + values + "]}}";
    }

    /** A pipeline of three as a subgraph, data and signal wired from each to the next. */
    private static String pipeline() {
        return "{'components': {'a': " + say("a") + ", 'b': " + say("b") + ", 'c': " + say("c") + "},"
                + "'links': [{'from': 'a.outbox', 'to': 'b.inbox'}, {'from': 'b.outbox', 'to': 'c.inbox'},"
                + "{'from': 'a.signal', 'to': 'b.control'}, {'from': 'b.signal', 'to': 'c.control'}],"
                + "'inboxes': {'inbox': 'a.inbox'}, 'outboxes': {'outbox': 'c.outbox'}}";
    }

    @Test
    void h01_a_pipeline_starts_its_children_when_it_is_started_and_not_before() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            RunningGraph prepared = way.prepare(
                    GraphText.plan(
                            way,
                            "'components': {'v': " + values("1") + ", 'sub': {'type': 'graph:g'}},"
                                    + "'links': [{'from': 'v.outbox', 'to': 'sub.inbox'}],"
                                    + "'graphs': {'g': " + pipeline() + "}"),
                    story);
            assertThat(story.lines()).isEmpty();
            prepared.start();
            way.running(prepared).end();

            assertThat(story.lines()).contains("a starts", "b starts", "c starts");
        });
    }

    @Test
    void h02_h15_a_subgraph_ends_and_says_so_only_when_its_last_child_has_ended() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            Way.Running running = way.start(
                    GraphText.plan(
                            way,
                            "'components': {'sub': {'type': 'graph:g'}, 'p': " + print("signal") + "},"
                                    + "'links': [{'from': 'sub.signal', 'to': 'p.inbox'}],"
                                    + "'graphs': {'g': {'components': {'v': " + values("1")
                                    + ", 'until': {'type': 'test.until'}}}}"),
                    story);
            running.untilStatus("sub/v", ComponentStatus.FINISHED);
            running.until("the last child waits", () -> story.waits("sub/until"));
            running.untilStatus("sub", ComponentStatus.WAITING);
            assertThat(story.lines()).isEmpty();
            assertThat(running.run().state()).isEqualTo(RunState.RUNNING);
            story.release("sub/until");
            running.end();

            assertThat(story.lines()).containsExactly("signal " + FINISHED);
        });
    }

    @Test
    void h03_data_and_signal_go_from_neighbour_to_neighbour_and_ends_pass_through() throws Exception {
        everyExecution(way -> {
            Story story = new Story();
            Way.Running running = way.start(
                    GraphText.plan(
                            way,
                            "'components': {'v': " + values("1, 2") + ", 'sub': {'type': 'graph:g'}, 'p': " + print("")
                                    + "}, 'links': [{'from': 'v.outbox', 'to': 'sub.inbox'},"
                                    + "{'from': 'sub.outbox', 'to': 'p.inbox'}], 'graphs': {'g': " + pipeline() + "}"),
                    story);
            running.end();

            assertThat(story.lines())
                    .containsSubsequence("1", "2")
                    .containsSubsequence("a ends", "b ends", "c ends")
                    .contains("b is told {\"status\":\"finished\",\"component\":\"sub/a\"}");
            assertThat(running.counts("p").status()).isEqualTo(ComponentStatus.FINISHED);
        });
    }

    @Test
    void h03_a_hard_stop_goes_from_neighbour_to_neighbour() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            way.start(
                            GraphText.plan(
                                    way,
                                    "'components': {'s': " + STOPPER + ", 'sub': {'type': 'graph:g'}, 'p': "
                                            + print("signal")
                                            + "}, 'links': [{'from': 's.outbox', 'to': 'sub.control'},"
                                            + "{'from': 'sub.signal', 'to': 'p.inbox'}],"
                                            + "'graphs': {'g': " + pipeline() + "}"),
                            story)
                    .end();

            assertThat(story.lines()).contains("signal " + STOP).doesNotContain("signal " + FINISHED);
        });
    }

    @Test
    void h04_nested_pipelines_behave_like_the_flat_one() throws Exception {
        everyWay(way -> {
            String nested = "{'components': {'one': {'type': 'graph:inner'}, 'two': {'type': 'graph:inner'}},"
                    + "'links': [{'from': 'one.outbox', 'to': 'two.inbox'}],"
                    + "'inboxes': {'inbox': 'one.inbox'}, 'outboxes': {'outbox': 'two.outbox'},"
                    + "'graphs': {'inner': {'components': {'x': {'type': 'test.say'}, 'y': {'type': 'test.say'}},"
                    + "'links': [{'from': 'x.outbox', 'to': 'y.inbox'}],"
                    + "'inboxes': {'inbox': 'x.inbox'}, 'outboxes': {'outbox': 'y.outbox'}}}}";
            String flat = "{'components': {'a': {'type': 'test.say'}, 'b': {'type': 'test.say'},"
                    + "'c': {'type': 'test.say'}, 'd': {'type': 'test.say'}},"
                    + "'links': [{'from': 'a.outbox', 'to': 'b.inbox'}, {'from': 'b.outbox', 'to': 'c.inbox'},"
                    + "{'from': 'c.outbox', 'to': 'd.inbox'}],"
                    + "'inboxes': {'inbox': 'a.inbox'}, 'outboxes': {'outbox': 'd.outbox'}}";
            for (String graph : List.of(nested, flat)) {
                List<String> printed = GraphText.printed(
                        way,
                        "'components': {'v': " + values("1, 2, 3") + ", 'sub': {'type': 'graph:g'}, 'p': " + print("")
                                + ", 'q': " + print("signal") + "}, 'links': [{'from': 'v.outbox', 'to': 'sub.inbox'},"
                                + "{'from': 'sub.outbox', 'to': 'p.inbox'}, {'from': 'sub.signal', 'to': 'q.inbox'}],"
                                + "'graphs': {'g': " + graph + "}");

                assertThat(printed)
                        .hasSize(4)
                        .containsSubsequence("1", "2", "3")
                        .contains("signal " + FINISHED);
            }
        });
    }

    @Test
    void h06_children_that_nothing_is_linked_to_are_started_too_and_exist_only_from_then_on() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            RunningGraph prepared = way.prepare(
                    GraphText.plan(
                            way,
                            "'components': {'sub': {'type': 'graph:g'}}, 'graphs': {'g': {'components': {'x': "
                                    + say("x") + ", 'y': " + say("y") + ", 'until': {'type': 'test.until'}}}}"),
                    story);
            assertThat(story.lines()).isEmpty();
            prepared.start();
            Way.Running running = way.running(prepared);
            running.until("both have started", () -> story.says("x starts") && story.says("y starts"));
            running.run().stop();
            running.end();

            assertThat(story.lines()).containsExactlyInAnyOrder("x starts", "y starts", "x ends", "y ends");
        });
    }

    @Test
    void h07_boxes_of_a_graph_have_any_name_and_pass_data_both_ways() throws Exception {
        everyExecution(way -> {
            List<String> printed = GraphText.printed(
                    way,
                    "'components': {'l': " + values("'l'") + ", 'u': " + values("'u'")
                            + ", 'sub': {'type': 'graph:g'}, 'r': " + print("right") + ", 'd': " + print("down")
                            + "}, 'links': [{'from': 'l.outbox', 'to': 'sub.from-left'},"
                            + "{'from': 'u.outbox', 'to': 'sub.from_above'}, {'from': 'sub.Right', 'to': 'r.inbox'},"
                            + "{'from': 'sub.x9', 'to': 'd.inbox'}],"
                            + "'graphs': {'g': {'components': {'c': {'type': 'test.ports'}},"
                            + "'inboxes': {'from-left': 'c.left', 'from_above': 'c.up'},"
                            + "'outboxes': {'Right': 'c.right', 'x9': 'c.down'}}}");

            assertThat(printed).containsExactlyInAnyOrder("right l", "down u");
        });
    }

    @Test
    void h09_the_boxes_of_one_graph_never_appear_on_another() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            Way.Running running = way.start(
                    GraphText.plan(
                            way,
                            "'components': {'v': " + values("1")
                                    + ", 'a': {'type': 'graph:g'}, 'b': {'type': 'graph:g'}, 'p': "
                                    + print("a") + "}, 'links': [{'from': 'v.outbox', 'to': 'a.in'},"
                                    + "{'from': 'a.out', 'to': 'p.inbox'}],"
                                    + "'graphs': {'g': {'components': {'x': {'type': 'test.say'}},"
                                    + "'inboxes': {'in': 'x.inbox'}, 'outboxes': {'out': 'x.outbox'}}}"),
                    story);
            running.untilStatus("p", ComponentStatus.FINISHED);
            RunSnapshot.ComponentCounts untouched = running.counts("b/x");
            running.run().stop();
            running.end();

            assertThat(story.lines()).containsExactly("a 1");
            assertThat(untouched.inboxes().get("inbox").received()).isZero();
            assertThat(untouched.sent()).isZero();
        });
    }

    @Test
    void h10_a_message_on_control_reaches_exactly_those_whose_own_control_is_not_linked() throws Exception {
        everyWay(way -> {
            List<String> told = GraphText.printed(
                    way, controlled("'hello', {'status': 'finished', 'component': 'elsewhere'}", "", ""));

            assertThat(told.stream().filter(line -> line.contains("hello")))
                    .containsExactlyInAnyOrder("a is told hello", "c is told hello");
        });
    }

    @Test
    void h11_control_that_is_wired_to_one_child_reaches_that_one_only() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            // What waits for the test keeps the run from being held to be stuck.
            String more = ", 'until': {'type': 'test.until'}";
            Way.Running running = way.start(
                    GraphText.plan(way, controlled("'hello'", more, ", 'inboxes': {'control': 'c.control'}")), story);
            running.until("it is kept going", () -> story.waits("until"));
            running.until("c has been told", () -> story.says("c is told hello"));
            running.untilStatus("v", ComponentStatus.FINISHED);
            RunSnapshot untouched = running.run().snapshot();
            running.run().stop();
            running.end();

            assertThat(story.lines().stream().filter(line -> line.contains("hello")))
                    .hasSize(1);
            assertThat(List.of("sub/a", "sub/b"))
                    .allSatisfy(path -> assertThat(untouched
                                    .components()
                                    .get(path)
                                    .inboxes()
                                    .get("control")
                                    .received())
                            .isZero());
        });
    }

    /** Messages to the control of a subgraph of three, of whom the second's control is linked to the first's signal. */
    private static String controlled(String messages, String more, String boxes) {
        return "'components': {'v': " + values(messages) + ", 'sub': {'type': 'graph:g'}" + more + "},"
                + "'links': [{'from': 'v.outbox', 'to': 'sub.control'}],"
                + "'graphs': {'g': {'components': {'a': " + say("a") + ", 'b': " + say("b") + ", 'c': " + say("c")
                + "}, 'links': [{'from': 'a.signal', 'to': 'b.control'}]" + boxes + "}}";
    }

    @Test
    void h12_signal_that_is_not_wired_passes_on_the_hard_stop_that_came_in() throws Exception {
        everyWay(way -> {
            List<String> said = saidOnSignal(way, "'first', " + quoted(STOP), "");

            assertThat(said).containsExactly(STOP);
        });
    }

    @Test
    void h12_signal_that_is_not_wired_says_finished_where_only_finished_came_in() throws Exception {
        everyWay(way -> {
            List<String> said = saidOnSignal(way, "{'status': 'finished', 'component': 'elsewhere'}", "");

            assertThat(said).containsExactly(FINISHED);
        });
    }

    @Test
    void h13_with_control_wired_and_signal_not_it_says_finished_whatever_came_in() throws Exception {
        everyWay(way -> {
            List<String> said = saidOnSignal(way, quoted(STOP), ", 'inboxes': {'control': 'x.control'}");

            assertThat(said).containsExactly(FINISHED);
        });
    }

    @Test
    void h14_signal_that_is_wired_never_says_anything_of_its_own() throws Exception {
        everyWay(way -> {
            List<String> said = saidOnSignal(way, quoted(STOP), ", 'outboxes': {'signal': 'y.signal'}");

            assertThat(said).containsExactly("{\"status\":\"finished\",\"component\":\"sub/y\"}");
        });
    }

    /**
     * What a subgraph says on its signal while these messages come in on its control. Of its children x waits for its
     * control, and y, a source, for nothing.
     */
    private static List<String> saidOnSignal(Way way, String messages, String boxes) throws Exception {
        return GraphText.printed(
                way,
                "'components': {'v': " + values(messages) + ", 'sub': {'type': 'graph:g'}, 'p': " + print("") + "},"
                        + "'links': [{'from': 'v.outbox', 'to': 'sub.control'}, {'from': 'sub.signal', 'to': 'p.inbox'}],"
                        + "'graphs': {'g': {'components': {'x': {'type': 'test.say'}, 'y': " + values("") + "},"
                        + "'links': [{'from': 'y.signal', 'to': 'y.control'}]" + boxes + "}}");
    }

    @Test
    void a_bypassed_subgraph_passes_on_and_says_finished_when_what_feeds_it_has_finished() throws Exception {
        everyWay(way -> {
            List<String> printed = GraphText.printed(
                    way,
                    "'components': {'v': " + values("1, 2") + ", 'sub': {'type': 'graph:g', 'state': 'bypassed'}, 'p': "
                            + print("out") + ", 's': " + print("signal") + "},"
                            + "'links': [{'from': 'v.outbox', 'to': 'sub.inbox'},"
                            + "{'from': 'sub.outbox', 'to': 'p.inbox'}, {'from': 'sub.signal', 'to': 's.inbox'}],"
                            + "'graphs': {'g': " + pipeline() + "}");

            assertThat(printed).containsExactlyInAnyOrder("out 1", "out 2", "signal " + FINISHED);
        });
    }

    @Test
    void a_bypassed_subgraph_ends_the_streams_of_its_other_boxes_and_tells_the_one_around_it() throws Exception {
        everyWay(way -> {
            String inner = "{'components': {'a': " + say("a") + ", 'b': " + values("7")
                    + "}, 'inboxes': {'inbox': 'a.inbox'}, 'outboxes': {'outbox': 'a.outbox', 'rest': 'b.outbox'}}";
            String outer = "{'components': {'in': {'type': 'graph:inner', 'state': 'bypassed'}, 'rest': "
                    + print("rest") + "}, 'links': [{'from': 'in.rest', 'to': 'rest.inbox'}],"
                    + "'inboxes': {'inbox': 'in.inbox'}, 'outboxes': {'outbox': 'in.outbox'},"
                    + "'graphs': {'inner': " + inner + "}}";
            List<String> printed = GraphText.printed(
                    way,
                    "'components': {'v': " + values("1, 2") + ", 'sub': {'type': 'graph:g'}, 'p': " + print("out")
                            + ", 's': " + print("signal") + "}, 'links': [{'from': 'v.outbox', 'to': 'sub.inbox'},"
                            + "{'from': 'sub.outbox', 'to': 'p.inbox'}, {'from': 'sub.signal', 'to': 's.inbox'}],"
                            + "'graphs': {'g': " + outer + "}");

            assertThat(printed).containsExactlyInAnyOrder("out 1", "out 2", "signal " + FINISHED);
        });
    }

    @Test
    void a_hard_stop_to_a_bypassed_subgraph_is_passed_on() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            way.start(
                            GraphText.plan(
                                    way,
                                    "'components': {'s': " + STOPPER
                                            + ", 'sub': {'type': 'graph:g', 'state': 'bypassed'}, 'p': "
                                            + print("signal")
                                            + "}, 'links': [{'from': 's.outbox', 'to': 'sub.control'},"
                                            + "{'from': 'sub.signal', 'to': 'p.inbox'}],"
                                            + "'graphs': {'g': " + pipeline() + "}"),
                            story)
                    .end();

            assertThat(story.lines()).containsExactly("signal " + STOP);
        });
    }

    @Test
    void the_last_failure_of_each_child_is_passed_on_when_all_have_ended() throws Exception {
        everyWay(way -> {
            List<String> said = GraphText.printed(
                    way,
                    "'components': {'sub': {'type': 'graph:g', 'onError': {'policy': 'skip'}}, 'p': " + print("")
                            + "}, 'links': [{'from': 'sub.signal', 'to': 'p.inbox'}],"
                            + "'graphs': {'g': {'components': {'v': " + values("1, 2")
                            + ", 'f': {'type': 'test.fail'}},"
                            + "'links': [{'from': 'v.outbox', 'to': 'f.inbox'}]}}");

            assertThat(said).hasSize(2);
            assertThat(said.getFirst()).contains("\"failed\"", "\"sub/f\"", "no 2");
            assertThat(said.getLast()).isEqualTo(FINISHED);
        });
    }
}
