package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Subscription;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The tab of a document: its name, whether it is saved, its picture and what is to be said above that. */
final class DocumentTab {
    private final Document root;
    private final Tab tab = new Tab();
    private final BorderPane pane = new BorderPane();
    private final Subscription state;

    /** Shows {@code picture} of the document whose whole graph is {@code root}. */
    DocumentTab(Document root, Node picture) {
        this.root = root;
        pane.setCenter(picture);
        tab.setContent(pane);
        state = root.onState(_ -> showState());
        showState();
    }

    Tab tab() {
        return tab;
    }

    /** Shows {@code bar} above the picture, or nothing; gives whether the focus was in one that is gone. */
    boolean showBar(@Nullable Node bar) {
        Node before = pane.getTop();
        boolean hadFocus = before != null && before.isFocusWithin();
        pane.setTop(bar);
        return hadFocus;
    }

    /** Follows the document no more. */
    void close() {
        state.close();
    }

    private void showState() {
        tab.setText(root.name());
        tab.setTooltip(root.file().map(file -> new Tooltip(file.toString())).orElse(null));
        if (root.isModified()) {
            if (tab.getGraphic() == null) {
                FontIcon dot = new FontIcon(MaterialDesignC.CIRCLE_MEDIUM);
                dot.getStyleClass().add("unsaved-dot");
                tab.setGraphic(dot);
            }
        } else {
            tab.setGraphic(null);
        }
    }
}
