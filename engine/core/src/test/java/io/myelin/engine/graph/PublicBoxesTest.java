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

    /** {@code core} is used in {@code middle}, that in {@code outer}, that at the top; each passes the boxes on outward. */
    private static final Graph NESTED = parse("""
            {'format': 'myelin-graph/1',
             'components': {'read': {'type': 't'}, 'print': {'type': 't'},
                            'o': {'type': 'graph:outer', 'inboxes': {'kept': {'capacity': 1}, 'far-in': {'capacity': 2}}}},
             'links': [{'from': 'read.outbox', 'to': 'o.far-in'}, {'from': 'read.outbox', 'to': 'o.also-in'},
                       {'from': 'read.outbox', 'to': 'o.kept'}, {'from': 'o.far-out', 'to': 'print.inbox'}],
             'inboxes': {'top-in': 'o.far-in', 'top-kept': 'o.kept'}, 'outboxes': {'top-out': 'o.far-out'},
             'graphs': {'outer': {
               'components': {'m': {'type': 'graph:middle', 'inboxes': {'mid-in': {'capacity': 3}}}, 'in': {'type': 't'}},
               'links': [{'from': 'in.outbox', 'to': 'm.mid-in'}],
               'inboxes': {'kept': 'in.inbox', 'far-in': 'm.mid-in', 'also-in': 'm.mid-in'},
               'outboxes': {'far-out': 'm.mid-out'},
               'graphs': {'middle': {
                 'components': {'c': {'type': 'graph:core', 'inboxes': {'core-in': {'capacity': 4}}}},
                 'inboxes': {'mid-in': 'c.core-in'}, 'outboxes': {'mid-out': 'c.core-out'},
                 'graphs': {'core': {'components': {'x': {'type': 't'}},
                   'inboxes': {'core-in': 'x.inbox'}, 'outboxes': {'core-out': 'x.outbox'}}}}}}},
             'layout': {'links': [{'from': 'read.outbox', 'to': 'o.far-in', 'label': 'lines'}]}}""");

    private static final List<String> CORE = List.of("outer", "middle", "core");

    @Test
    void aBoxThatGoesTakesAlongWhatLeadsToItOnAllLevelsOutside() {
        GraphEdit edit = PublicBoxes.remove(NESTED, CORE, Set.of(new PublicBox(Kind.INBOX, "core-in")));
        GraphEdit.Applied applied = edit.applyTo(NESTED);
        Graph left = applied.graph();

        Graph middle = left.inside(List.of("outer", "middle")).orElseThrow();
        assertThat(middle.inboxes()).isEmpty();
        assertThat(middle.outboxes()).hasToString("{mid-out=c.core-out}");
        assertThat(middle.components().get("c").inboxes()).isEmpty();
        Graph outer = left.inside(List.of("outer")).orElseThrow();
        assertThat(outer.inboxes()).hasToString("{kept=in.inbox}");
        assertThat(outer.links()).isEmpty();
        assertThat(outer.components().get("m").inboxes()).isEmpty();
        assertThat(left.inboxes()).hasToString("{top-kept=o.kept}");
        assertThat(left.outboxes()).isEqualTo(NESTED.outboxes());
        assertThat(left.links())
                .extracting(GraphLink::toString)
                .containsExactly("read.outbox -> o.kept", "o.far-out -> print.inbox");
        assertThat(left.components().get("o").inboxes()).containsOnlyKeys("kept");
        assertThat(left.layout().links()).isEmpty();
        assertThat(GraphFile.format(applied.inverse().applyTo(left).graph())).isEqualTo(GraphFile.format(NESTED));
    }

    @Test
    void anOutboxThatGoesTakesAlongWhatLeadsToItOnAllLevelsOutside() {
        Graph left = PublicBoxes.remove(NESTED, CORE, Set.of(new PublicBox(Kind.OUTBOX, "core-out")))
                .applyTo(NESTED)
                .graph();

        assertThat(left.inside(List.of("outer", "middle")).orElseThrow().outboxes())
                .isEmpty();
        assertThat(left.inside(List.of("outer")).orElseThrow().outboxes()).isEmpty();
        assertThat(left.outboxes()).isEmpty();
        assertThat(left.links()).hasSize(3);
        assertThat(left.inboxes()).isEqualTo(NESTED.inboxes());
    }

    @Test
    void limitsOutsideFollowARenamedInboxInTheirPlace() {
        GraphEdit edit = PublicBoxes.rename(NESTED, List.of("outer"), new PublicBox(Kind.INBOX, "kept"), "lines");
        GraphEdit.Applied applied = edit.applyTo(NESTED);

        assertThat(applied.graph().components().get("o").inboxes().keySet()).containsExactly("lines", "far-in");
        assertThat(applied.graph().components().get("o").inboxes().get("lines"))
                .isEqualTo(NESTED.components().get("o").inboxes().get("kept"));
        assertThat(GraphFile.format(applied.inverse().applyTo(applied.graph()).graph()))
                .isEqualTo(GraphFile.format(NESTED));
    }

    @Test
    void limitsOutsideStayWhereAnOutboxOfTheSameNameIsRenamed() {
        Graph whole = parse("""
                {'format': 'myelin-graph/1',
                 'components': {'a': {'type': 'graph:part', 'inboxes': {'box': {'capacity': 1}}}},
                 'graphs': {'part': {'components': {'x': {'type': 't'}},
                                     'inboxes': {'box': 'x.inbox'}, 'outboxes': {'box': 'x.outbox'}}}}""");

        Graph renamed = PublicBoxes.rename(whole, PART, new PublicBox(Kind.OUTBOX, "box"), "out")
                .applyTo(whole)
                .graph();

        assertThat(renamed.components()).isEqualTo(whole.components());
    }

    @Test
    void aGraphThatStandsInItselfLosesABoxAllTheSame() {
        Graph whole = parse("""
                {'format': 'myelin-graph/1', 'components': {'a': {'type': 'graph:part'}},
                 'graphs': {'part': {'components': {'again': {'type': 'graph:part'}},
                                     'inboxes': {'inbox': 'again.inbox', 'other': 'again.inbox'}}}}""");

        Graph left =
                PublicBoxes.remove(whole, PART, Set.of(INBOX)).applyTo(whole).graph();

        assertThat(left.graphs().get("part").inboxes()).isEmpty();
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
