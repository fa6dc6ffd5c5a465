package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.AddComponent;
import io.myelin.engine.graph.GraphEdit.AddLink;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.GraphEdit.RemoveComponent;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Note;
import io.myelin.engine.graph.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private Instant now = Instant.EPOCH;
    private final Document document =
            new Document(ComponentCatalog.of(List.of()), Graph.EMPTY, Optional.empty(), () -> now);

    @Test
    void whatIsDoneCanBeTakenBackAndDoneAgain() {
        add("a");
        Graph one = document.graph();
        add("b");
        Graph two = document.graph();

        document.undo();
        assertThat(document.graph()).isEqualTo(one);
        document.undo();
        assertThat(document.graph()).isEqualTo(Graph.EMPTY);
        assertThat(document.canUndo()).isFalse();
        document.redo();
        document.redo();
        assertThat(document.graph()).isEqualTo(two);
        assertThat(document.canRedo()).isFalse();
    }

    @Test
    void takingBackWhatWasJustDoneAppliesNoEditAgain() {
        add("a");
        Graph one = document.graph();
        add("b");
        Graph two = document.graph();

        document.undo();
        assertThat(document.graph()).isSameAs(one);
        document.redo();
        assertThat(document.graph()).isSameAs(two);
    }

    @Test
    void lettersTypedInOneStepAreAllThereWhenItIsDoneAgain() {
        add("a");
        Graph before = document.graph();
        type("one");
        type("one two");
        Graph typed = document.graph();

        document.undo();
        assertThat(document.graph()).isEqualTo(before);
        document.redo();
        assertThat(document.graph()).isEqualTo(typed);
        document.begin("More");
        add("b");
        document.commit();
        document.undo();
        assertThat(document.graph()).isEqualTo(typed);
        document.undo();
        assertThat(document.graph()).isEqualTo(before);
    }

    @Test
    void everyStepSaysWhatItDid() {
        assertThat(document.undoName()).isEmpty();
        document.perform("Add a", adding("a"));
        assertThat(document.undoName()).isEqualTo("Add a");
        document.undo();
        assertThat(document.redoName()).isEqualTo("Add a");
    }

    @Test
    void anotherEditForgetsWhatWasTakenBack() {
        add("a");
        document.undo();
        add("b");
        assertThat(document.canRedo()).isFalse();
    }

    @Test
    void aRemovedComponentComesBackWithItsLinksPlaceAndOrder() {
        add("a");
        add("b");
        add("c");
        document.perform("Link", new AddLink(link("a", "b")));
        document.perform("Link", new AddLink(link("b", "c")));
        Graph before = document.graph();

        document.perform("Delete", new RemoveComponent("b"));
        assertThat(document.graph().links()).isEmpty();
        document.undo();

        assertThat(document.graph()).isEqualTo(before);
        assertThat(List.copyOf(document.graph().components().keySet())).containsExactly("a", "b", "c");
        assertThat(document.graph().links()).containsExactly(link("a", "b"), link("b", "c"));
    }

    @Test
    void aDragOfManyMovesIsOneStep() {
        add("a");
        Graph before = document.graph();
        document.begin("Move");
        for (int i = 1; i <= 100; i++) {
            document.perform("Move", moving("a", i, i));
        }
        document.commit();
        Graph after = document.graph();

        document.undo();
        assertThat(document.graph()).isEqualTo(before);
        document.redo();
        assertThat(document.graph()).isEqualTo(after);
    }

    @Test
    void aPlaceGivenUpAndTakenAgainInOneStepIsTakenBackAsItWas() {
        add("a");
        add("b");
        Graph before = document.graph();
        document.begin("Place anew");
        document.perform("Move", new MoveComponents(List.of(new MoveComponents.Move("a", Optional.empty()))));
        document.perform("Move", moving("a", 5, 5));
        document.commit();
        document.undo();
        assertThat(GraphFile.format(document.graph())).isEqualTo(GraphFile.format(before));
        document.redo();
        assertThat(document.graph().layout().components()).containsEntry("a", new Position(5, 5));
    }

    @Test
    void aHundredThousandSmallStepsCanAllBeTakenBackAndDoneAgain() {
        add("a");
        for (int i = 1; i < 100_000; i++) {
            document.perform("Move", moving("a", i, -i));
        }
        Graph last = document.graph();
        assertThat(document.history().size()).isEqualTo(100_000);
        assertThat(document.history().isWhole()).isTrue();
        document.goTo(0);
        assertThat(document.graph()).isEqualTo(Graph.EMPTY);
        document.goTo(100_000);
        assertThat(document.graph()).isEqualTo(last);
    }

    @Test
    void theOldestStepsGoOnceTheyHoldTooMuchMemory() {
        add("a");
        String title = "x".repeat(1000);
        document.limitHistory(1_000_000);
        for (int i = 0; i < 2_000; i++) {
            document.perform("Type", new ChangeComponent("a", GraphComponent.ofType(title + i)));
        }
        assertThat(document.history().isWhole()).isFalse();
        assertThat(document.history().size()).isBetween(100, 1_999);
        document.goTo(0);
        assertThat(document.canUndo()).isFalse();
        assertThat(document.isModified()).isTrue();
        document.goTo(Integer.MAX_VALUE);
        assertThat(document.graph().components().get("a").type()).isEqualTo(title + 1999);
    }

    @Test
    void goingToAStepIsToldOnceAndStaysWithinTheSteps() {
        add("a");
        add("b");
        add("c");
        Graph all = document.graph();
        List<GraphChange> told = new ArrayList<>();
        document.onChange(told::add);
        document.goTo(1);
        assertThat(document.graph().components()).containsOnlyKeys("a");
        assertThat(document.history().position()).isEqualTo(1);
        assertThat(document.history().step(2).name()).isEqualTo("Add c");
        document.goTo(99);
        document.goTo(3);
        assertThat(document.graph()).isEqualTo(all);
        assertThat(told).hasSize(2);
    }

    @Test
    void aDragCalledOffLeavesNothing() {
        add("a");
        Graph before = document.graph();
        document.begin("Move");
        document.perform("Move", moving("a", 5, 5));
        document.perform("Move", adding("b"));
        document.rollback();
        assertThat(document.graph()).isEqualTo(before);
        assertThat(document.undoName()).isEqualTo("Add a");
        assertThat(document.canRedo()).isFalse();
    }

    @Test
    void aStepInWhichNothingWasDoneIsNone() {
        document.begin("Move");
        document.commit();
        assertThat(document.canUndo()).isFalse();
        assertThat(document.isModified()).isFalse();
    }

    @Test
    void whileAStepIsGoingOnNothingIsTakenBack() {
        add("a");
        document.begin("Move");
        assertThat(document.canUndo()).isFalse();
        document.undo();
        assertThat(document.graph().components()).containsKey("a");
        assertThatThrownBy(() -> document.begin("Another")).hasMessageContaining("Move");
    }

    @Test
    void lettersTypedIntoOneFieldAreOneStep() {
        add("a");
        type("H");
        type("He");
        type("Hey");
        document.undo();
        assertThat(title()).isEmpty();
        document.redo();
        assertThat(title()).isEqualTo("Hey");
    }

    @Test
    void lettersTypedAfterAPauseOrAfterLeavingTheFieldAreAStepOfTheirOwn() {
        add("a");
        type("H");
        now = now.plus(Duration.ofSeconds(10));
        type("He");
        document.endMerging();
        type("Hey");

        document.undo();
        assertThat(title()).isEqualTo("He");
        document.undo();
        assertThat(title()).isEqualTo("H");
    }

    @Test
    void itIsModifiedUntilItIsAsItWasSaved() {
        assertThat(document.isModified()).isFalse();
        add("a");
        assertThat(document.isModified()).isTrue();
        document.savedTo(Path.of("a.graph.json"));
        assertThat(document.isModified()).isFalse();
        add("b");
        document.undo();
        assertThat(document.isModified()).isFalse();
        document.undo();
        assertThat(document.isModified()).isTrue();
        document.redo();
        assertThat(document.isModified()).isFalse();
    }

    @Test
    void itStaysModifiedOnceTheSavedStateCannotBeReachedAnyMore() {
        add("a");
        document.savedTo(Path.of("a.graph.json"));
        document.undo();
        add("b");
        document.undo();
        assertThat(document.isModified()).isTrue();
    }

    @Test
    void whatIsTypedAfterSavingIsNotMergedIntoWhatWasSaved() {
        add("a");
        type("H");
        document.savedTo(Path.of("a.graph.json"));
        type("He");
        assertThat(document.isModified()).isTrue();
        document.undo();
        assertThat(title()).isEqualTo("H");
        assertThat(document.isModified()).isFalse();
    }

    @Test
    void anEditThatDoesNotFitChangesNothing() {
        add("a");
        Graph before = document.graph();
        assertThatThrownBy(() -> document.perform("Add", adding("a"))).isInstanceOf(GraphEditException.class);
        assertThat(document.graph()).isEqualTo(before);
        assertThat(document.undoName()).isEqualTo("Add a");
    }

    @Test
    void listenersAreToldBeforeAndAfterUntilTheyGo() {
        List<GraphChange> told = new ArrayList<>();
        Subscription subscription = document.onChange(told::add);
        add("a");
        document.undo();
        subscription.close();
        document.redo();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().before()).isEqualTo(Graph.EMPTY);
        assertThat(told.getLast().after()).isEqualTo(Graph.EMPTY);
    }

    @Test
    void whatVanishesIsSelectedNoMore() {
        add("a");
        add("b");
        document.perform("Link", new AddLink(link("a", "b")));
        LinkReference link = LinkReference.of(link("a", "b"));
        document.selection().select(List.of("a", "b"), List.of(link));
        document.perform("Delete", new RemoveComponent("a"));
        assertThat(document.selection().components()).containsExactly("b");
        assertThat(document.selection().links()).isEmpty();
    }

    @Test
    void theSelectionFollowsANewIdThereAndBack() {
        add("a");
        add("b");
        document.perform("Link", new AddLink(link("a", "b")));
        document.selection().select(List.of("a"), List.of(LinkReference.of(link("a", "b"))));

        document.perform("Rename", new RenameComponent("a", "z"));
        assertThat(document.selection().components()).containsExactly("z");
        assertThat(document.selection().links()).containsExactly(LinkReference.of(link("z", "b")));
        document.undo();
        assertThat(document.selection().components()).containsExactly("a");
    }

    @Test
    void aFileGivesItItsNameAndFolder() {
        assertThat(document.name()).isEqualTo("Untitled");
        Path file = Path.of("folder", "word-count.graph.json").toAbsolutePath();
        document.savedTo(file);
        assertThat(document.name()).isEqualTo("word-count");
        assertThat(document.folder()).isEqualTo(file.getParent());
    }

    @Test
    void replacingTheWholeGraphBringsItsNotesGroupsAndLabels() {
        Graph other = GraphFile.parse("""
                {"format": "myelin-graph/1", "components": {"a": {"type": "x"}, "b": {"type": "y"}},
                 "links": [{"from": "a.outbox", "to": "b.inbox"}],
                 "layout": {"links": [{"from": "a.outbox", "to": "b.inbox", "label": "L"}],
                            "groups": {"g": {"members": ["a"], "notes": ["n"]}},
                            "notes": {"n": {"text": "N", "x": 1, "y": 2}}}}""").graph().orElseThrow();
        add("a");
        document.perform("Note", new GraphEdit.ChangeNote("old", Optional.of(Note.at(0, 0, "old"))));
        Graph before = document.graph();

        document.perform("Reload", GraphReplacement.edit(before, other));
        assertThat(document.graph()).isEqualTo(other);
        document.undo();
        assertThat(document.graph()).isEqualTo(before);
    }

    @Test
    void replacingTheWholeGraphCanBeTakenBack() {
        add("a");
        add("b");
        document.perform("Link", new AddLink(link("a", "b")));
        Graph before = document.graph();
        Graph other = new Document(document.catalog(), Graph.EMPTY, Optional.empty()).graph();
        document.perform("Reload", GraphReplacement.edit(before, GraphHeader.withTitle(other, "Other")));
        assertThat(document.graph().title()).isEqualTo("Other");
        assertThat(document.graph().components()).isEmpty();
        document.undo();
        assertThat(document.graph()).isEqualTo(before);
    }

    private void add(String id) {
        document.perform("Add " + id, adding(id));
    }

    private static GraphEdit adding(String id) {
        return new AddComponent(id, GraphComponent.ofType("test." + id), new Position(0, 0));
    }

    private static GraphEdit moving(String id, double x, double y) {
        return new MoveComponents(List.of(new MoveComponents.Move(id, Optional.of(new Position(x, y)))));
    }

    private static GraphLink link(String from, String to) {
        return new GraphLink(new BoxReference(from, "outbox"), new BoxReference(to, "inbox"));
    }

    private void type(String title) {
        GraphComponent component = document.graph().components().get("a").withTitle(title);
        document.perform("Change title", new ChangeComponent("a", component), "title of a");
    }

    private String title() {
        return document.graph().components().get("a").title();
    }
}
