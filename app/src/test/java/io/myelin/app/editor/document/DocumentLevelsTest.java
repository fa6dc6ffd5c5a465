package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.AddComponent;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.RemoveComponent;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentLevelsTest {
    private static final Graph GRAPH = GraphFile.parse("""
            {"format": "myelin-graph/1", "components": {"a": {"type": "graph:one"}},
             "graphs": {"one": {"components": {"b": {"type": "graph:two"}, "x": {"type": "graph:other"}},
                                "graphs": {"two": {"components": {"c": {"type": "t"}, "d": {"type": "t"}}}}},
                        "other": {}}}""").graph().orElseThrow();

    private final Document document = new Document(ComponentCatalog.of(List.of()), GRAPH, Optional.empty());
    private final Document one = document.level(List.of("one"));
    private final Document two = document.level(List.of("one", "two"));

    @Test
    void anInnerGraphIsEditedInPlaceAndItsEditsAreTakenBackInTheOneHistory() {
        two.perform("Delete", new RemoveComponent("c"));
        document.perform("Add", new AddComponent("z", GraphComponent.ofType("t"), new Position(0, 0)));

        assertThat(two.graph().components().keySet()).containsExactly("d");
        assertThat(document.graph().graphs().get("one").graphs().get("two")).isEqualTo(two.graph());
        assertThat(two.undoName()).isEqualTo("Add");

        two.undo();
        document.undo();
        assertThat(document.graph()).isEqualTo(GRAPH);
        assertThat(two.graph().components().keySet()).containsExactly("c", "d");
        assertThat(document.isModified()).isFalse();
    }

    @Test
    void aComponentJustAddedThatIsGivenAnotherIdIsStillToBeFilledIn() {
        two.perform("Add", new AddComponent("new", GraphComponent.ofType("t"), new Position(0, 0)));
        two.justAdded("new");
        two.selection().select("new");
        two.perform("Rename", new RenameComponent("new", "named"));
        findWrong("named");
        assertThat(two.problems().isToFillIn("named")).isTrue();
        two.undo();
        findWrong("new");
        assertThat(two.problems().isToFillIn("new"))
                .as("also after that is undone")
                .isTrue();

        two.selection().select("c");
        assertThat(two.problems().isToFillIn("new")).as("once it was left").isFalse();
        assertThat(two.problems().wrongComponents()).containsExactly("new");
    }

    private void findWrong(String id) {
        String pointer = "/graphs/one/graphs/two/components/" + id;
        document.checked(
                document.graph(),
                List.of(new Problem(Problem.Severity.ERROR, pointer, 0, 0, "wrong", Optional.empty())));
    }

    @Test
    void everyLevelHasItsOwnSelectionWhichFollowsIt() {
        one.selection().select("b");
        two.selection().select("c");

        two.perform("Rename", new RenameComponent("c", "e"));
        assertThat(two.selection().components()).containsExactly("e");
        two.undo();
        assertThat(two.selection().components()).containsExactly("c");
        two.perform("Delete", new RemoveComponent("c"));
        assertThat(two.selection().isEmpty()).isTrue();
        assertThat(one.selection().components()).containsExactly("b");
    }

    @Test
    void onlyTheLevelsThatAnEditTouchesOrCanNameAreTold() {
        List<String> told = new ArrayList<>();
        document.onChange(_ -> told.add("whole"));
        one.onChange(_ -> told.add("one"));
        two.onChange(_ -> told.add("two"));

        two.perform("Delete", new RemoveComponent("c"));
        assertThat(told).containsExactlyInAnyOrder("whole", "one", "two");
        told.clear();
        document.perform("Add", new AddComponent("z", GraphComponent.ofType("t"), new Position(0, 0)));
        assertThat(told).containsExactly("whole");
        told.clear();
        // What "graph:other" is inside of "one" changes with it.
        document.level(List.of("other"))
                .perform("Add", new AddComponent("z", GraphComponent.ofType("t"), new Position(0, 0)));
        assertThat(told).containsExactlyInAnyOrder("whole", "one", "two");
    }

    @Test
    void typingInAnInnerGraphIsOneStep() {
        two.perform("Title", titled("c", "N"), "title c");
        two.perform("Title", titled("c", "Na"), "title c");
        one.perform("Title", titled("b", "Na"), "title c");

        two.undo();
        assertThat(one.graph().components().get("b").title()).isEmpty();
        assertThat(two.graph().components().get("c").title()).isEqualTo("Na");
        two.undo();
        assertThat(document.graph()).isEqualTo(GRAPH);
    }

    @Test
    void aStepTakenBackTellsWhereItWas() {
        List<List<String>> places = new ArrayList<>();
        document.onReplay(places::add);
        two.perform("Delete", new RemoveComponent("c"));
        two.begin("Move");
        two.perform("", titled("d", "x"));
        one.perform("", titled("b", "x"));
        two.commit();

        document.undo();
        document.undo();
        document.redo();

        assertThat(places)
                .as("where people were when they did it")
                .containsExactly(List.of("one", "two"), List.of("one", "two"), List.of("one", "two"));
    }

    @Test
    void aLevelWhoseGraphIsGoneRefusesEditsAndComesBackWithIt() {
        document.perform("Drop", new GraphEdit.ChangeGraph(GraphHeader.withGraphs(GRAPH, Map.of())));

        assertThat(two.isThere()).isFalse();
        assertThatThrownBy(() -> two.perform("Delete", new RemoveComponent("c")))
                .isInstanceOf(GraphEditException.class);
        document.undo();
        assertThat(two.isThere()).isTrue();
        two.perform("Delete", new RemoveComponent("c"));
        assertThat(two.graph().components().keySet()).containsExactly("d");
    }

    @Test
    void aNameMeansTheGraphOfTheNearestLevelAroundThatHasIt() {
        assertThat(two.named("two")).contains(two);
        assertThat(two.named("other")).contains(document.level(List.of("other")));
        assertThat(document.named("two")).isEmpty();
        assertThat(two.around()).containsExactly(one.graph(), document.graph());
    }

    @Test
    void aProblemInsideIsShownInItsLevelAndListedInThoseAround() {
        Problem inside = problem("/graphs/one/graphs/two/components/c/settings/q");
        Problem outside = problem("/components/a");
        document.checked(GRAPH, List.of(inside, outside));

        assertThat(two.problems().of("c")).containsExactly(inside);
        assertThat(two.problems().all()).containsExactly(inside);
        assertThat(one.problems().all()).containsExactly(inside);
        assertThat(one.problems().of("c")).isEmpty();
        assertThat(document.problems().all()).containsExactly(inside, outside);
        assertThat(document.level(List.of("other")).problems().all()).isEmpty();

        ProblemPlace place = ProblemPlace.of(inside, GRAPH);
        assertThat(place.level()).containsExactly("one", "two");
        assertThat(place.component()).contains("c");
        assertThat(place.rest()).containsExactly("settings", "q");
    }

    private GraphEdit titled(String id, String title) {
        return new ChangeComponent(id, GraphComponent.ofType("t").withTitle(title));
    }

    private static Problem problem(String pointer) {
        return new Problem(Problem.Severity.ERROR, pointer, 0, 0, "wrong", Optional.empty());
    }
}
