package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.arrange.Tidying;
import io.myelin.app.text.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Says that a graph is being tidied, and gives it up when asked. It appears only where that takes a while. */
final class TidyNotice extends HBox {
    private static final Texts TEXTS = Texts.of(TidyNotice.class);

    private static final Duration PATIENCE = Duration.millis(300);
    private static final double SPINNER = 16;
    private static final double FROM_TOP = 12;

    private final Tidying tidying;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    TidyNotice(Tidying tidying) {
        this.tidying = tidying;
        setId("tidy-notice");
        getStyleClass().add("canvas-notice");
        setAlignment(Pos.CENTER_LEFT);
        setManaged(false);
        setVisible(false);
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setPrefSize(SPINNER, SPINNER);
        // An animation that nobody sees would ask for frames for ever.
        spinner.visibleProperty().bind(visibleProperty());
        Button cancel = new Button(TEXTS.get("tidy.cancel"));
        cancel.setId("tidy-cancel");
        cancel.setOnAction(_ -> tidying.cancel());
        getChildren().addAll(spinner, new Label(TEXTS.get("tidy.running")), cancel);
        patience.setOnFinished(_ -> open());
        tidying.onChange(_ -> follow(tidying.isRunning()));
    }

    /** Lets Escape give the tidying up wherever the focus is in {@code canvas}. */
    void listenAt(Node canvas) {
        canvas.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && tidying.isRunning()) {
                tidying.cancel();
                event.consume();
            }
        });
    }

    private void follow(boolean running) {
        if (running) {
            patience.playFromStart();
        } else {
            patience.stop();
            setVisible(false);
        }
    }

    private void open() {
        setVisible(true);
        applyCss();
        double width = Math.ceil(prefWidth(-1));
        resizeRelocate(
                Math.round((getParent().getLayoutBounds().getWidth() - width) / 2),
                FROM_TOP,
                width,
                Math.ceil(prefHeight(width)));
    }
}
