package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyExecution;
import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Problem;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import io.myelin.engine.run.GraphText.Story;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Topics of a run: rows H25 and K01. */
class TopicTest {
    private static final String VALUES = "{'type': 'test.values', 'settings': {'values': [%s]}}";
    private static final String PUBLISH = "{'type': 'test.publish', 'settings': {'topic': '%s'}}";
    private static final String SUBSCRIBE = "{'type': 'test.subscribe', 'settings': {'topic': '%s'}%s}";
    private static final String PRINT = "{'type': 'test.print', 'settings': {'as': '%s'}}";

    private static String publisher(String name, String topic, String values) {
        return "'v" + name + "': " + VALUES.formatted(values) + ", 'p" + name + "': " + PUBLISH.formatted(topic);
    }

    private static String subscriber(String name, String topic, String more) {
        return "'s" + name + "': " + SUBSCRIBE.formatted(topic, more) + ", 'o" + name + "': " + PRINT.formatted(name);
    }

    private static String publisherLink(String name) {
        return "{'from': 'v" + name + ".outbox', 'to': 'p" + name + ".inbox'}";
    }

    private static String subscriberLink(String name) {
        return "{'from': 's" + name + ".outbox', 'to': 'o" + name + ".inbox'}";
    }

    private static List<String> of(String name, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    @Test
    void h25_each_subscriber_gets_what_all_publish_in_order_of_each_and_ends_with_the_last() throws Exception {
        everyExecution(way -> {
            List<String> printed = GraphText.printed(
                    way,
                    "'components': {" + publisher("1", "t", "1, 3, 5, 7") + ", " + publisher("2", "t", "2, 4") + ", "
                            + subscriber("a", "t", "") + ", " + subscriber("b", "t", "") + "}, 'links': ["
                            + publisherLink("1") + ", " + publisherLink("2") + ", " + subscriberLink("a") + ", "
                            + subscriberLink("b") + "]");

            for (String subscriber : List.of("a", "b")) {
                assertThat(of(subscriber, printed))
                        .hasSize(6)
                        .containsSubsequence("1", "3", "5", "7")
                        .containsSubsequence("2", "4");
            }
        });
    }

    @Test
    void h25_the_end_of_one_publisher_does_not_end_the_topic() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            Way.Running running = way.start(
                    GraphText.plan(
                            way,
                            "'components': {" + publisher("1", "t", "1")
                                    + ", 'until': {'type': 'test.until'}, 'later': "
                                    + PUBLISH.formatted("t") + ", " + subscriber("a", "t", "") + "}, 'links': ["
                                    + publisherLink("1") + ", {'from': 'until.signal', 'to': 'later.inbox'}, "
                                    + subscriberLink("a") + "]"),
                    story);
            running.untilStatus("p1", ComponentStatus.FINISHED);
            running.until("the other one may publish", () -> story.waits("until"));
            running.until("the first message is there", () -> story.says("a 1"));
            assertThat(running.counts("sa").status()).isNotEqualTo(ComponentStatus.FINISHED);
            story.release("until");
            running.end();

            assertThat(story.lines()).containsExactly("a 1", "a {\"status\":\"finished\",\"component\":\"until\"}");
            assertThat(running.counts("sa").status()).isEqualTo(ComponentStatus.FINISHED);
        });
    }

    @Test
    void h25_a_full_subscriber_holds_its_publishers_back_and_one_set_to_drop_does_not() throws Exception {
        String numbers = String.join(
                ", ", IntStream.range(0, 40).mapToObj(Integer::toString).toList());
        everyWay(way -> {
            String body =
                    "'components': {" + publisher("1", "t", numbers) + ", " + subscriber("a", "t", ", 'inboxes': %s")
                            + ", 'wait': {'type': 'test.wait', 'inboxes': {'inbox': {'capacity': 1}}}}, 'links': ["
                            + publisherLink("1") + ", {'from': 'sa.outbox', 'to': 'wait.inbox'},"
                            + "{'from': 'wait.outbox', 'to': 'oa.inbox'}]";
            Story story = new Story();
            Way.Running blocking = way.start(GraphText.plan(way, body.formatted("{'topic': {'capacity': 3}}")), story);
            blocking.untilStatus("p1", ComponentStatus.BLOCKED);
            assertThat(blocking.counts("sa").inboxes().get("topic").capacity()).isEqualTo(3);
            story.release("wait");
            blocking.end();
            assertThat(of("a", story.lines())).hasSize(40).startsWith("0", "1").endsWith("39");

            Story dropping = new Story();
            Way.Running run = way.start(
                    GraphText.plan(way, body.formatted("{'topic': {'capacity': 3, 'overflow': 'drop-newest'}}")),
                    dropping);
            run.untilStatus("p1", ComponentStatus.FINISHED);
            dropping.release("wait");
            run.end();
            long dropped = run.counts("sa").inboxes().get("topic").dropped();
            assertThat(dropped).isPositive();
            assertThat(of("a", dropping.lines())).hasSize((int) (40 - dropped));
        });
    }

    @Test
    void k01_a_topic_reaches_through_all_graphs_of_its_run_and_no_further() throws Exception {
        everyWay(way -> {
            String graphs = "'graphs': {'out': {'components': {" + publisher("1", "t", "%s") + "}, 'links': ["
                    + publisherLink("1") + "]}, 'in': {'components': {" + subscriber("a", "t", "") + "}, 'links': ["
                    + subscriberLink("a") + "]}}";
            String body = "'components': {'x': {'type': 'graph:out'}, 'y': {'type': 'graph:in'}}, " + graphs;
            Story one = new Story();
            Story other = new Story();
            Way.Running first = way.start(GraphText.plan(way, body.formatted("1")), one);
            Way.Running second = way.start(GraphText.plan(way, body.formatted("2")), other);
            first.end();
            second.end();

            assertThat(one.lines()).containsExactly("a 1");
            assertThat(other.lines()).containsExactly("a 2");
        });
    }

    @Test
    void k01_a_topic_is_no_other_one_and_is_free_again_after_its_run() throws Exception {
        everyWay(way -> {
            String body = "'components': {" + publisher("1", "t", "1") + ", " + publisher("2", "u", "2") + ", "
                    + subscriber("a", "t", "") + ", " + subscriber("b", "u", "") + "}, 'links': ["
                    + publisherLink("1") + ", " + publisherLink("2") + ", " + subscriberLink("a") + ", "
                    + subscriberLink("b") + "]";

            assertThat(GraphText.printed(way, body)).containsExactlyInAnyOrder("a 1", "b 2");
            assertThat(GraphText.printed(way, body)).containsExactlyInAnyOrder("a 1", "b 2");
        });
    }

    @Test
    void k01_a_subscriber_to_a_topic_that_nobody_publishes_is_a_warning() {
        assertThat(GraphText.planned("'components': {" + publisher("1", "alarms", "1") + ", "
                                + subscriber("a", "alarm", "") + "}, 'links': [" + publisherLink("1") + ", "
                                + subscriberLink("a") + "]")
                        .problems())
                .containsExactly(new Problem(
                        Problem.Severity.WARNING,
                        "/components/sa",
                        1,
                        174,
                        Wording.of(Phrase.TOPIC_UNPUBLISHED, "alarm", "sa"),
                        Optional.of("alarms")));
    }

    @Test
    void publishers_end_when_all_who_subscribed_have_ended() throws Exception {
        everyWay(way -> {
            Story story = new Story();
            Way.Running running = way.start(
                    GraphText.plan(
                            way,
                            "'components': {'n': {'type': 'test.numbers'}, 'p': " + PUBLISH.formatted("t") + ", 's': "
                                    + SUBSCRIBE.formatted("t", "") + ", 'first': {'type': 'test.first'}, 'o': "
                                    + PRINT.formatted("a") + "}, 'links': [{'from': 'n.outbox', 'to': 'p.inbox'},"
                                    + "{'from': 's.outbox', 'to': 'first.inbox'}, {'from': 'first.outbox', 'to': 'o.inbox'}]"),
                    story);

            assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(story.lines()).containsExactly("a 0");
        });
    }

    @Test
    void links_can_not_name_the_box_of_a_topic() {
        assertThat(GraphText.planned("'components': {" + publisher("1", "t", "1") + ", " + subscriber("a", "t", "")
                                + "}, 'links': [" + publisherLink("1") + ", " + subscriberLink("a")
                                + ", {'from': 'v1.outbox', 'to': 'sa.topic'}]")
                        .problems())
                .extracting(Problem::message)
                .containsExactly("found \"sa.topic\", but \"sa\" has no inbox \"topic\"; allowed: control");
    }
}
