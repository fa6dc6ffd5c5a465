package io.myelin.app.editor;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line above a picture that tells of its file and offers what to do. */
final class FileBar {
    private final HBox bar = new HBox();

    FileBar(String text) {
        Label label = new Label(text);
        label.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.setId("file-bar");
        bar.getStyleClass().add("file-bar");
        bar.getChildren().addAll(label, gap);
    }

    /** Adds a button. */
    FileBar button(String title, Runnable task) {
        Button button = new Button(title);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> task.run());
        bar.getChildren().add(button);
        return this;
    }

    Node node() {
        return bar;
    }
}
