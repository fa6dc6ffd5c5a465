package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files are opened by dragging them from a file manager onto the window. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class DroppedFilesTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void graphsDroppedOnTheCanvasOpenInTabs() throws IOException {
        Path one = file("one.graph.json", GraphTexts.WORDS);
        Path two = file("two.graph.json", GraphTexts.PROBLEMS);
        Node canvas = EditorFixture.call(() -> editor.open().canvas().node());

        assertThat(drag(DragEvent.DRAG_OVER, canvas, one, two).isAccepted()).isTrue();
        assertThat(editor.isShown("#drop-hint")).isTrue();
        editor.picture("drop-hint");
        assertThat(drag(DragEvent.DRAG_DROPPED, canvas, one, two).isDropCompleted())
                .isTrue();
        editor.settle();

        assertThat(editor.isShown("#drop-hint")).isFalse();
        assertThat(tabs()).containsExactly("one", "two");
        assertThat(one).hasContent(GraphTexts.WORDS);
    }

    @Test
    void aPictureThatHoldsItsGraphOpensWhereverItIsDropped() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Path picture = editor.folder().resolve("words.svg");
        editor.dialogs().saveTo(picture);
        editor.action("file.export-picture");
        EditorFixture.await("the picture is written", () -> Files.exists(picture));

        drag(DragEvent.DRAG_DROPPED, editor.node("#inspector"), picture);
        editor.settle();

        assertThat(tabs()).hasSize(2);
        assertThat(editor.graph().components()).containsOnlyKeys("read", "words", "count", "print");
    }

    @Test
    void whatIsNoGraphSaysWhy() throws IOException {
        drag(DragEvent.DRAG_DROPPED, editor.node("#palette-panel"), file("letter.txt", "Dear Sir"));
        editor.settle();
        assertThat(editor.node("#broken-file-path", Label.class).getText()).endsWith("letter.txt");
    }

    @Test
    void nothingIsTakenThatIsNoFileNorWhileASheetIsShown() throws IOException {
        Node canvas = EditorFixture.call(() -> editor.open().canvas().node());
        assertThat(drag(DragEvent.DRAG_OVER, canvas).isAccepted()).isFalse();
        editor.action("help.keys");
        Path one = file("one.graph.json", GraphTexts.WORDS);
        assertThat(drag(DragEvent.DRAG_OVER, canvas, one).isAccepted()).isFalse();
        assertThat(editor.isShown("#drop-hint")).isFalse();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(editor.folder().resolve(name), text);
    }

    private List<String> tabs() {
        return EditorFixture.call(() -> editor.node("#documents", TabPane.class).getTabs().stream()
                .map(Tab::getText)
                .toList());
    }

    /** What a platform would tell of files that are dragged; without a display there is none. */
    private static DragEvent drag(EventType<DragEvent> type, Node target, Path... files) {
        List<File> dragged = Arrays.stream(files).map(Path::toFile).toList();
        TKClipboard content = (TKClipboard) Proxy.newProxyInstance(
                DroppedFilesTest.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (_, method, _) -> switch (method.getName()) {
                    case "hasContent" -> !dragged.isEmpty();
                    case "getContent" -> dragged;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> EnumSet.allOf(TransferMode.class);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return EditorFixture.call(() -> {
            Dragboard board = DragboardHelper.createDragboard(content);
            DragEvent event = new DragEvent(
                    type, board, 10, 10, 10, 10, TransferMode.COPY, null, null, new PickResult(target, 10, 10));
            Event.fireEvent(target, event);
            return event;
        });
    }
}
