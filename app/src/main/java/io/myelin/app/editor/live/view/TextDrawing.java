package io.myelin.app.editor.live.view;

import io.myelin.app.editor.live.panel.TailFollower;
import io.myelin.engine.plan.Secrets;
import io.myelin.palette.view.TextContent;
import io.myelin.palette.view.ViewContent;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;

/** Draws lines of text, the newest at the bottom. */
final class TextDrawing implements ContentDrawing {
    private static final double LINE_HEIGHT = 18;

    private final ListView<String> list = new ListView<>();
    private final TailFollower tail = new TailFollower(list, list::scrollTo);
    private final Secrets secrets;

    TextDrawing(Secrets secrets) {
        this.secrets = secrets;
        list.getStyleClass().add("view-text");
        list.setFixedCellSize(LINE_HEIGHT);
        list.setFocusTraversable(false);
    }

    @Override
    public Node node() {
        return list;
    }

    @Override
    public boolean draw(ViewContent content) {
        if (!(content instanceof TextContent text)) {
            return false;
        }
        List<String> lines = text.lines().stream().map(secrets::redact).toList();
        list.getItems().setAll(lines);
        tail.changed(lines.size());
        return true;
    }
}
