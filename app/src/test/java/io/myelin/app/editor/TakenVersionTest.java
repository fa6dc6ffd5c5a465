package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a graph has all that another program has made of it, with where things are drawn. */
class TakenVersionTest {
    private static final String PLACES = "'components': {'a': {'x': 0, 'y': 0}, 'b': {'x': 300, 'y': 0}}";
    private static final String WAY =
            "'links': [{'from': 'a.outbox', 'to': 'b.inbox', 'waypoints': [{'x': 150, 'y': 90}]}]";
    private static final String GROUP = "'groups': {'both': {'title': 'Both', 'members': ['a', 'b']}}";
    private static final String NOTE = "'notes': {'why': {'text': 'Because', 'x': 0, 'y': 200}}";
    private static final String BASE = layout(PLACES, WAY, GROUP, NOTE, "'grid': 20");

    private static String layout(String... parts) {
        return String.join(", ", parts);
    }

    private static String components(String layout) {
        return """
                'components': {'a': {'type': 't'}, 'b': {'type': 't'}},
                'links': [{'from': 'a.outbox', 'to': 'b.inbox'}],
                'layout': {%s}""".formatted(layout);
    }

    private static Graph parsed(String text) {
        return GraphFile.parse(
                        "{'format': 'myelin-graph/1', %s}".formatted(text).replace('\'', '"'))
                .graph()
                .orElseThrow();
    }

    private static Graph drawn(String layout) {
        return parsed(components(layout));
    }

    /** A graph with another in it. */
    private static Graph around(String layout) {
        return parsed("'graphs': {'inner': {%s}}".formatted(components(layout)));
    }

    private static boolean isTaken(Graph base, Graph theirs, Graph ours) {
        return new TakenVersion(Optional.of(base), theirs).isIn(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a': {'x': 0, 'y': 0} = 'a': {'x': 9, 'y': 0}",
                "'x': 150 = 'x': 151",
                "'waypoints': [{'x': 150, 'y': 90}] = 'hidden': true",
                "'Both' = 'All'",
                "'members': ['a', 'b'] = 'members': ['a']",
                "'Because' = 'Why not'",
                "'y': 200 = 'y': 300",
                "'notes': = 'others':",
                "'grid': 20 = 'grid': 10"
            })
    void whatOneOfTwoHasDrawnOtherwiseIsLostOnlyWhereThatIsTheOther(String change) {
        String[] parts = change.split(" = ");
        assertThat(BASE).contains(parts[0]);
        String changed = BASE.replace(parts[0], parts[1]);
        assertThat(isTaken(drawn(BASE), drawn(changed), drawn(BASE))).isFalse();
        assertThat(isTaken(drawn(BASE), drawn(BASE), drawn(changed))).isTrue();
        assertThat(isTaken(drawn(BASE), drawn(changed), drawn(changed))).isTrue();
        assertThat(isTaken(around(BASE), around(changed), around(BASE))).isFalse();
        assertThat(isTaken(around(BASE), around(BASE), around(changed))).isTrue();
    }

    @Test
    void whatBothHaveMovedElsewhereIsLost() {
        assertThat(isTaken(drawn(BASE), drawn(BASE.replace("90", "91")), drawn(BASE.replace("90", "92"))))
                .isFalse();
    }

    @Test
    void aNoteThatTheOtherHasAddedOrDeletedIsLost() {
        assertThat(isTaken(drawn(PLACES), drawn(layout(PLACES, NOTE)), drawn(PLACES)))
                .isFalse();
        assertThat(isTaken(drawn(layout(PLACES, NOTE)), drawn(PLACES), drawn(layout(PLACES, NOTE))))
                .isFalse();
    }

    @Test
    void anotherOrderAndWhatSaysNothingAreNoMatter() {
        String turned = layout(
                "'grid': 20",
                NOTE,
                GROUP,
                WAY.replace("]}]", "]}, {'from': 'b.outbox', 'to': 'a.inbox'}]"),
                "'components': {'b': {'x': 300, 'y': 0}, 'a': {'x': 0, 'y': 0}}");
        assertThat(isTaken(drawn(PLACES), drawn(BASE), drawn(turned))).isTrue();
    }

    @Test
    void whatTheOtherHasAddedMayHaveBeenPutElsewhereWhenItWasTakenOver() {
        Graph before = parsed("'components': {'a': {'type': 't'}}, 'layout': {'components': {'a': {'x': 0, 'y': 0}}}");
        Graph elsewhere = drawn(PLACES.replace("300", "400"));
        assertThat(isTaken(before, drawn(PLACES), elsewhere)).isTrue();
        assertThat(isTaken(before, drawn(PLACES.replace("0, 'y'", "1, 'y'")), elsewhere))
                .isFalse();
    }

    @Test
    void aGraphThatDoesOtherThanTheOtherHasNotTakenAll() {
        Graph other = parsed(components(BASE).replace("'b': {'type': 't'}", "'b': {'type': 'u'}"));
        assertThat(isTaken(drawn(BASE), other, drawn(BASE))).isFalse();
    }

    @Test
    void whereNobodyKnowsFromWhatBothComeAllMustBeDrawnAlike() {
        assertThat(new TakenVersion(Optional.empty(), drawn(BASE)).isIn(drawn(BASE)))
                .isTrue();
        assertThat(new TakenVersion(Optional.empty(), drawn(PLACES)).isIn(drawn(BASE)))
                .isFalse();
        assertThat(new TakenVersion(Optional.empty(), drawn(BASE)).isIn(drawn(PLACES)))
                .isFalse();
    }
}
