package io.myelin.app.editor;

import io.myelin.app.editor.action.ActionButtons;
import io.myelin.app.editor.action.ActionRegistry;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The buttons below the menus. */
public final class ToolBar {
    private final HBox bar = new HBox();
    private final HBox run = new HBox(4);

    ToolBar(ActionRegistry actions) {
        bar.setId("tool-bar");
        bar.getStyleClass().add("editor-toolbar");
        run.setId("run-controls");
        run.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren()
                .addAll(
                        ActionButtons.icon(actions, "file.new"),
                        ActionButtons.icon(actions, "file.open"),
                        ActionButtons.icon(actions, "file.save"),
                        new Separator(Orientation.VERTICAL),
                        ActionButtons.icon(actions, "edit.undo"),
                        ActionButtons.icon(actions, "edit.redo"),
                        new Separator(Orientation.VERTICAL),
                        run,
                        gap,
                        ActionButtons.icon(actions, "view.fit"),
                        ActionButtons.icon(actions, "view.theme"),
                        ActionButtons.icon(actions, "view.commands"));
    }

    Node node() {
        return bar;
    }

    /** Where the controls of a run stand. */
    public HBox runControls() {
        return run;
    }
}
