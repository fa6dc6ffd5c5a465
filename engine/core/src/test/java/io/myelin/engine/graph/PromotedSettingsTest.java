package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotedSettingsTest {
    private static final List<String> PART = List.of("part");
    private static final GraphParameter SEPARATOR =
            new GraphParameter(ParameterType.TEXT, Optional.of(","), "Where to split", DataRecord.empty());

    private static Graph whole(String outside) {
        String text = """
                {'format': 'myelin-graph/1',
                 'components': {'a': {'type': 'graph:part'%s}},
                 'graphs': {'part': {'components': {'split': {'type': 't', 'settings': {'at': ',', 'rest': 1}},
                                                    'other': {'type': 't', 'settings': {'at': ';'}}}}}}""".formatted(outside);
        return GraphFile.parse(text.replace('\'', '"')).graph().orElseThrow();
    }

    private static Graph promoted(Graph whole) {
        Graph part = whole.graphs().get("part");
        return new GraphEdit.Inside(PART, PromotedSettings.promote(part, "split", "at", SEPARATOR))
                .applyTo(whole)
                .graph();
    }

    private static Graph takenBack(Graph whole) {
        return PromotedSettings.takeBack(whole, PART, "split", "at")
                .applyTo(whole)
                .graph();
    }

    @Test
    void aPromotedSettingIsAParameterOfItsGraphWithWhatItWasAsDefault() {
        Graph part = promoted(whole("")).graphs().get("part");

        assertThat(part.parameters()).containsOnlyKeys("at").containsEntry("at", SEPARATOR);
        assertThat(part.components().get("split").settings()).hasToString("{at=${at}, rest=1}");
        assertThat(PromotedSettings.parameterOf(part, "${at}")).contains("at");
    }

    @Test
    void aSecondOneOfTheSameNameIsCalledAfterItsComponent() {
        Graph part = promoted(whole("")).graphs().get("part");
        Graph again = PromotedSettings.promote(part, "other", "at", SEPARATOR)
                .applyTo(part)
                .graph();

        assertThat(again.parameters()).containsOnlyKeys("at", "other-at");
        assertThat(again.components().get("other").settings()).hasToString("{at=${other-at}}");
    }

    @Test
    void takenBackItIsWhatItWas() {
        Graph before = whole("");

        assertThat(takenBack(promoted(before))).isEqualTo(before);
    }

    @Test
    void takenBackItHasTheValueThatWasGivenOutsideWhichGoesThere() {
        Graph before = promoted(whole(", 'settings': {'at': '|'}"));
        Graph back = takenBack(before);

        assertThat(back.graphs().get("part").components().get("split").settings())
                .hasToString("{at=|, rest=1}");
        assertThat(back.components().get("a").settings()).isEqualTo(DataRecord.empty());
        GraphEdit.Applied applied =
                PromotedSettings.takeBack(before, PART, "split", "at").applyTo(before);
        assertThat(applied.inverse().applyTo(applied.graph()).graph()).isEqualTo(before);
    }

    /** A list and a record that hold what looks like a reference, as a setting has them where they mean themselves. */
    private static final DataRecord DEEP =
            DataRecord.of("list", List.of("$${x}", 1L, List.of("a$${")), "text", DataRecord.of("in", "$${at} and on"));

    @Test
    void whatIsInListsAndRecordsMeansItselfOrNamesSomething() {
        assertThat(PromotedSettings.literal(DEEP))
                .contains(DataRecord.of(
                        "list", List.of("${x}", 1L, List.of("a${")), "text", DataRecord.of("in", "${at} and on")));
        assertThat(PromotedSettings.literal(List.of("a", DataRecord.of("b", List.of("<${at}>")))))
                .isEmpty();
        assertThat(PromotedSettings.literal(List.of("${at"))).isEmpty();
    }

    @Test
    void listsAndRecordsTakenBackAreWhatTheyWere() {
        Graph before = whole("");
        Graph part = before.graphs().get("part");
        GraphComponent split = part.components().get("split");
        GraphEdit set = new GraphEdit.ChangeComponent(
                "split", split.withSettings(split.settings().with("at", DEEP)));
        Graph deep = new GraphEdit.Inside(PART, set).applyTo(before).graph();
        GraphParameter parameter = new GraphParameter(
                ParameterType.TEXT, PromotedSettings.literal(DEEP), "Where to split", DataRecord.empty());
        Graph outside = new GraphEdit.Inside(
                        PART, PromotedSettings.promote(deep.graphs().get("part"), "split", "at", parameter))
                .applyTo(deep)
                .graph();

        assertThat(takenBack(outside)).isEqualTo(deep);
    }

    @Test
    void aListWithAReferenceThatIsGivenOutsideIsNotTakenInside() {
        Graph before = promoted(whole(", 'settings': {'at': ['a', {'b': '${sign}'}]}"));

        assertThatThrownBy(() -> takenBack(before))
                .isInstanceOf(GraphEditException.class)
                .hasMessageContaining("${sign}");
    }

    @Test
    void aParameterThatAnotherSettingUsesStays() {
        Graph before = promoted(whole(""));
        Graph part = before.graphs().get("part");
        GraphComponent other = part.components().get("other");
        GraphEdit use = new GraphEdit.ChangeComponent("other", other.withSettings(DataRecord.of("at", "<${at}>")));
        Graph used = new GraphEdit.Inside(PART, use).applyTo(before).graph();

        assertThat(takenBack(used).graphs().get("part").parameters()).containsOnlyKeys("at");
    }

    @Test
    void whatIsGivenOutsideAsAReferenceIsNotTakenInside() {
        Graph before = promoted(whole(", 'settings': {'at': '${sign}'}"));

        assertThatThrownBy(() -> takenBack(before))
                .isInstanceOf(GraphEditException.class)
                .hasMessageContaining("${sign}");
    }

    @Test
    void whatIsNotTheSameInAllPlacesIsNotTakenInside() {
        Graph before = promoted(whole("}, 'b': {'type': 'graph:part', 'settings': {'at': '|'}"));

        assertThatThrownBy(() -> takenBack(before))
                .isInstanceOf(GraphEditException.class)
                .hasMessageContaining("not the same");
    }
}
