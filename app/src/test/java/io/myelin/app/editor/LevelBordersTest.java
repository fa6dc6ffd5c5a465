package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLink;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The boxes that a subgraph shows outside are seen and changed inside it, at its border and in the inspector. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class LevelBordersTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void f2RenamesABoxAtTheBorderAndTheLinkOutsideFollowsInOneStep() throws IOException {
        inside();
        String before = GraphFile.format(root());
        selectWay("inbox");
        editor.keys(KeyCode.F2);
        editor.type("lines");
        editor.keys(KeyCode.ENTER);

        assertThat(editor.graph().inboxes()).hasToString("{lines=words.inbox}");
        assertThat(root().links())
                .extracting(GraphLink::toString)
                .containsExactly("read.outbox -> subgraph.lines", "subgraph.outbox -> print.inbox");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(GraphFile.format(root())).isEqualTo(before);
    }

    @Test
    void delTakesABoxAwayWithItsLinkOutside() throws IOException {
        inside();
        selectWay("inbox");
        editor.keys(KeyCode.DELETE);

        assertThat(editor.graph().inboxes()).isEmpty();
        assertThat(root().links()).extracting(GraphLink::toString).containsExactly("subgraph.outbox -> print.inbox");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(root().links()).hasSize(2);
    }

    @Test
    void aComponentThatIsDeletedTakesItsBoxesAwayWithTheirLinksOutsideInOneStep() throws IOException {
        inside();
        String before = GraphFile.format(root());
        EditorFixture.run(() -> {
            editor.document().selection().select("words");
            editor.open().canvas().node().requestFocus();
        });
        editor.settle();
        editor.keys(KeyCode.DELETE);

        assertThat(editor.graph().components()).doesNotContainKey("words");
        assertThat(editor.graph().inboxes()).isEmpty();
        assertThat(root().links()).extracting(GraphLink::toString).containsExactly("subgraph.outbox -> print.inbox");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(GraphFile.format(root())).isEqualTo(before);
    }

    @Test
    void theGraphFormOfALevelListsItsBoxesAndRenamesThem() throws IOException {
        inside();
        EditorFixture.run(() -> editor.document().selection().clear());
        editor.settle();
        TextField name = editor.node("#public-outbox", TextField.class);
        EditorFixture.run(() -> {
            name.requestFocus();
            name.selectAll();
        });
        editor.type("counts");
        editor.keys(KeyCode.ENTER);

        assertThat(editor.graph().outboxes()).hasToString("{counts=count.outbox}");
        assertThat(root().links())
                .extracting(GraphLink::toString)
                .containsExactly("read.outbox -> subgraph.inbox", "subgraph.counts -> print.inbox");
    }

    @Test
    void aNameThatCannotBeIsRefusedWithTheReason() throws IOException {
        inside();
        selectWay("inbox");
        editor.keys(KeyCode.F2);
        editor.type("control");
        editor.keys(KeyCode.ENTER);

        assertThat(editor.graph().inboxes()).hasToString("{inbox=words.inbox}");
        assertThat(EditorFixture.call(() -> editor.node("#status-hint", javafx.scene.control.Label.class)
                        .getText()))
                .contains("control");
    }

    @Test
    void unlinkedBoxesOfWhatIsSelectedArePublishedByAnAction() throws IOException {
        inside();
        EditorFixture.run(() -> editor.document().selection().select("words"));
        editor.action("structure.publish");

        assertThat(editor.graph().inboxes()).hasToString("{inbox=words.inbox}");
        assertThat(editor.graph().outboxes().values())
                .extracting(Object::toString)
                .containsOnlyOnce("count.outbox")
                .doesNotContain("words.outbox");
    }

    @Test
    void whereThereIsNothingToPublishOrToMuteUndoTakesBackWhatWasDoneBefore() throws IOException {
        inside();
        EditorFixture.run(() -> editor.document().selection().select("words"));
        Graph before = editor.graph();
        editor.action("structure.publish");
        assertThat(editor.graph()).isNotEqualTo(before);
        editor.action("structure.publish");
        selectWay("inbox");
        editor.action("edit.mute");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);

        assertThat(editor.graph()).isEqualTo(before);
    }

    @Test
    void picturesOfTheBorder() throws IOException {
        inside();
        selectWay("inbox");
        editor.picture("border-light");
        editor.action("view.theme");
        editor.picture("border-dark", 2);
        assertThat(EditorFixture.call(() -> editor.open().levels().isInside())).isTrue();
    }

    private void inside() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        EditorFixture.run(() -> {
            editor.document().selection().select(List.of("words", "count"), List.of());
            editor.open().canvas().node().requestFocus();
        });
        editor.keys(KeyCode.CONTROL, KeyCode.E);
        Node node = EditorFixture.call(() -> editor.open().canvas().node());
        EditorFixture.run(() -> editor.open().canvas().centreOn("subgraph"));
        editor.settle();
        editor.doubleClick(node);
        editor.settle();
    }

    private Graph root() {
        return EditorFixture.call(() -> editor.open().root().graph());
    }

    private void selectWay(String inbox) {
        EditorFixture.run(() -> {
            var box = new io.myelin.engine.graph.PublicBox(io.myelin.engine.graph.PublicBox.Kind.INBOX, inbox);
            editor.document()
                    .selection()
                    .select(io.myelin.app.editor.document.LinkReference.of(
                            box, editor.graph().inboxes().get(inbox)));
            editor.open().canvas().node().requestFocus();
        });
        editor.settle();
    }
}
