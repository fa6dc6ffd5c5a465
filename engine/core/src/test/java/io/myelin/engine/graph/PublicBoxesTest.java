package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.graph.PublicBox.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicBoxesTest {
    /** {@code part} is used at the top, beside itself, and inside {@code other}, where another part hides it in one place. */
    private static final Graph WHOLE = parse("""
            {'format': 'myelin-graph/1',
             'components': {'read': {'type': 't'}, 'a': {'type': 'graph:part'}, 'b': {'type': 'graph:other'}, 'print': {'type': 't'}},
             'links': [{'from': 'read.outbox', 'to': 'a.inbox', 'note': 1}, {'from': 'a.outbox', 'to': 'print.inbox'},
                       {'from': 'read.outbox', 'to': 'b.inbox'}],
             'inboxes': {'way-in': 'a.inbox'}, 'outboxes': {'way-out': 'a.outbox'},
             'graphs': {
               'part': {'components': {'one': {'type': 't'}, 'two': {'type': 't'}},
                        'inboxes': {'inbox': 'one.inbox', 'more': 'two.inbox'}, 'outboxes': {'outbox': 'two.outbox'}},
               'other': {'components': {'in': {'type': 't'}, 'c': {'type': 'graph:part'}},
                         'links': [{'from': 'in.outbox', 'to': 'c.inbox'}], 'inboxes': {'inbox': 'in.inbox'}},
               'third': {'components': {'in': {'type': 't'}, 'c': {'type': 'graph:part'}},
                         'links': [{'from': 'in.outbox', 'to': 'c.inbox'}],
                         'graphs': {'part': {'components': {'x': {'type': 't'}}, 'inboxes': {'inbox': 'x.inbox'}}}}},
             'layout': {'links': [{'from': 'read.outbox', 'to': 'a.inbox', 'label': 'lines'}]}}""");

    private static final List<String> PART = List.of("part");
    private static final PublicBox INBOX = new PublicBox(Kind.INBOX, "inbox");

    private static Graph parse(String text) {
        return GraphFile.parse(text.replace('\'', '"')).graph().orElseThrow();
    }

    private static void assertComesBack(GraphEdit edit) {
        GraphEdit.Applied applied = edit.applyTo(WHOLE);
        assertThat(GraphFile.format(applied.inverse().applyTo(applied.graph()).graph()))
                .isEqualTo(GraphFile.format(WHOLE));
    }

    @Test
    void aMutedLinkOutsideStaysMutedWhenItsBoxIsRenamed() {
        Graph whole = parse("""
                {'format': 'myelin-graph/1',
                 'components': {'read': {'type': 't'}, 'a': {'type': 'graph:part'}},
                 'links': [{'from': 'read.outbox', 'to': 'a.inbox', 'state': 'muted'}],
                 'graphs': {'part': {'components': {'one': {'type': 't'}}, 'inboxes': {'inbox': 'one.inbox'}}}}""");

        Graph renamed =
                PublicBoxes.rename(whole, PART, INBOX, "lines").applyTo(whole).graph();

        assertThat(renamed.links()).singleElement().hasToString("read.outbox -> a.lines");
        assertThat(renamed.links().getFirst().muted()).isTrue();
    }

    @Test
    void linksOutsideFollowARenamedBoxWhereverTheGraphIsUsed() {
        GraphEdit edit = PublicBoxes.rename(WHOLE, PART, INBOX, "lines");
        Graph renamed = edit.applyTo(WHOLE).graph();

        assertThat(renamed.graphs().get("part").inboxes()).hasToString("{lines=one.inbox, more=two.inbox}");
        assertThat(renamed.links())
                .extracting(GraphLink::toString)
                .containsExactly("read.outbox -> a.lines", "a.outbox -> print.inbox", "read.outbox -> b.inbox");
        assertThat(renamed.links().getFirst().unknown())
                .isEqualTo(WHOLE.links().getFirst().unknown());
        assertThat(renamed.inboxes()).hasToString("{way-in=a.lines}");
        assertThat(renamed.layout().links().getFirst().label()).isEqualTo("lines");
        assertThat(renamed.layout().links().getFirst().to()).hasToString("a.lines");
        assertThat(renamed.graphs().get("other").links())
                .extracting(GraphLink::toString)
                .containsExactly("in.outbox -> c.lines");
        assertComesBack(edit);
    }

    @Test
    void aGraphOfTheSameNameThatHidesItIsLeftAlone() {
        Graph renamed =
                PublicBoxes.rename(WHOLE, PART, INBOX, "lines").applyTo(WHOLE).graph();

        assertThat(renamed.graphs().get("third")).isEqualTo(WHOLE.graphs().get("third"));
    }

    @Test
    void aBoxThatGoesTakesTheLinksOutsideAlong() {
        GraphEdit edit = PublicBoxes.remove(WHOLE, PART, Set.of(INBOX));
        Graph left = edit.applyTo(WHOLE).graph();

        assertThat(left.graphs().get("part").inboxes()).hasToString("{more=two.inbox}");
        assertThat(left.links())
                .extracting(GraphLink::toString)
                .containsExactly("a.outbox -> print.inbox", "read.outbox -> b.inbox");
        assertThat(left.graphs().get("other").links()).isEmpty();
        assertComesBack(edit);
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertThatThrownBy(() -> PublicBoxes.rename(WHOLE, PART, INBOX, "more"))
                .isInstanceOf(GraphEditException.class)
                .hasMessageContaining("more");
    }

    @Test
    void newBoxesHaveThePlainNameWhereItIsFreeAndNeverOneThatEveryComponentHas() {
        Graph part = WHOLE.graphs().get("part");

        assertThat(PublicBoxes.freeName(part, Kind.OUTBOX, new BoxReference("one", "errors")))
                .isEqualTo("errors");
        assertThat(PublicBoxes.freeName(part, Kind.INBOX, new BoxReference("two", "inbox")))
                .isEqualTo("two-inbox");
        assertThat(PublicBoxes.freeName(part, Kind.INBOX, new BoxReference("two", "control")))
                .isEqualTo("two-control");
    }

    @Test
    void theOrderOfBoxesIsChanged() {
        Graph part = WHOLE.graphs().get("part");

        Graph moved = PublicBoxes.move(part, INBOX, 5).applyTo(part).graph();
        assertThat(moved.inboxes().keySet()).containsExactly("more", "inbox");
        assertThat(PublicBoxes.move(moved, INBOX, 0).applyTo(moved).graph()).isEqualTo(part);
    }
}
