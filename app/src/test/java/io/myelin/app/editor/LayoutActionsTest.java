package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import java.io.IOException;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notes, groups and how links are drawn, by the keys and fields of the window. */
class LayoutActionsTest {
    @RegisterExtension
    final EditorFixture editor = new EditorFixture();

    @BeforeEach
    void open() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        EditorFixture.run(() -> editor.open().canvas().node().requestFocus());
    }

    @Test
    void shiftAndSMakesANoteThatIsWrittenAndCopied() {
        editor.keys(KeyCode.SHIFT, KeyCode.S);
        assertThat(editor.node("#note-editor", TextArea.class).isVisible()).isTrue();
        editor.type("Shift+S in a note is a letter: S");
        editor.keys(KeyCode.ESCAPE);
        assertThat(layout().notes().get("note").text()).isEqualTo("Shift+S in a note is a letter: S");

        editor.keys(KeyCode.CONTROL, KeyCode.C);
        editor.keys(KeyCode.CONTROL, KeyCode.V);
        assertThat(layout().notes().keySet()).containsExactly("note", "note2");
        assertThat(selection().notes()).containsExactly("note2");
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(layout().notes().get("note2").color()).isEqualTo("green");
    }

    @Test
    void ctrlAndGGroupsWhatIsSelectedAndWithShiftUngroupsIt() {
        select("words", "count");
        editor.keys(KeyCode.CONTROL, KeyCode.G);
        editor.type("Counting");
        editor.keys(KeyCode.ENTER);
        assertThat(layout().groups().get("group").title()).isEqualTo("Counting");
        assertThat(layout().groups().get("group").members()).containsExactly("words", "count");

        editor.keys(KeyCode.F2);
        editor.type("Other");
        editor.keys(KeyCode.ENTER);
        assertThat(layout().groups().get("group").title()).isEqualTo("Other");

        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        assertThat(layout().groups()).isEmpty();
    }

    @Test
    void altAndCFoldsAGroupAndUnfoldsItAgain() {
        select("words", "count");
        editor.keys(KeyCode.CONTROL, KeyCode.G);
        editor.keys(KeyCode.ENTER);
        editor.keys(KeyCode.ALT, KeyCode.C);
        assertThat(layout().groups().get("group").collapsed()).isTrue();
        editor.keys(KeyCode.ALT, KeyCode.C);
        assertThat(layout().groups().get("group").collapsed()).isFalse();
    }

    @Test
    void ctrlAndMMutesTheSelectedLinksAndComponentsInOneStep() {
        GraphLink link = editor.graph().links().getFirst();
        EditorFixture.run(() -> selection().select(List.of("words"), List.of(LinkReference.of(link))));
        editor.keys(KeyCode.CONTROL, KeyCode.M);
        assertThat(editor.graph().links().getFirst().muted()).isTrue();
        assertThat(editor.graph().components().get("words").state()).isEqualTo(ComponentState.MUTED);
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.graph().links()).noneMatch(GraphLink::muted);
        assertThat(editor.graph().components().get("words").state()).isEqualTo(ComponentState.ON);

        EditorFixture.run(() -> selection().select(LinkReference.of(link)));
        editor.keys(KeyCode.CONTROL, KeyCode.M);
        assertThat(editor.node("#link-muted", CheckBox.class).isSelected()).isTrue();
        editor.click("#link-muted");
        assertThat(editor.graph().links()).noneMatch(GraphLink::muted);
    }

    @Test
    void ctrlAndBOnALinkSaysThatItCannotBeBypassed() {
        GraphLink link = editor.graph().links().getFirst();
        EditorFixture.run(() -> selection().select(LinkReference.of(link)));
        editor.keys(KeyCode.CONTROL, KeyCode.B);
        assertThat(editor.graph().links().getFirst()).isEqualTo(link);
        assertThat(editor.node("#status-hint", Label.class).getText()).contains("cannot be bypassed");
    }

    @Test
    void f2LabelsALinkAndCtrlAndHHidesIt() {
        GraphLink link = editor.graph().links().getFirst();
        EditorFixture.run(() -> selection().select(LinkReference.of(link)));
        editor.keys(KeyCode.F2);
        editor.type("lines");
        editor.keys(KeyCode.ENTER);
        assertThat(layout().links())
                .singleElement()
                .satisfies(drawn -> assertThat(drawn.label()).isEqualTo("lines"));
        assertThat(editor.node("#link-label", TextField.class).getText()).isEqualTo("lines");

        editor.keys(KeyCode.CONTROL, KeyCode.H);
        assertThat(layout().links().getFirst().hidden()).isTrue();
        assertThat(editor.node("#link-hidden", CheckBox.class).isSelected()).isTrue();
        editor.click("#link-hidden");
        assertThat(layout().links().getFirst().hidden()).isFalse();
    }

    private void select(String... ids) {
        EditorFixture.run(() -> selection().select(List.of(ids), List.of()));
    }

    private io.myelin.app.editor.document.Selection selection() {
        return editor.document().selection();
    }

    private GraphLayout layout() {
        return editor.graph().layout();
    }
}
