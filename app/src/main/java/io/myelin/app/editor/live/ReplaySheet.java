package io.myelin.app.editor.live;

import io.myelin.app.command.ReplayWords;
import io.myelin.app.editor.action.Overlay;
import io.myelin.app.text.Texts;
import io.myelin.engine.watch.recording.ReplayLimits;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks how fast and how far to replay a recording. */
final class ReplaySheet {
    private static final Texts TEXTS = Texts.of(ReplaySheet.class);

    private final TextField speed = new TextField();
    private final TextField until = new TextField();
    private final Label error = new Label();

    /** Shows it above {@code overlay}'s window; {@code answer} is given what is wanted, unless people would not. */
    void ask(Overlay overlay, Consumer<ReplayLimits> answer) {
        Label title = new Label(TEXTS.get("replay.title"));
        title.getStyleClass().add("title-3");
        speed.setId("replay-speed");
        speed.setPromptText(TEXTS.get("replay.speed.none"));
        until.setId("replay-until");
        until.setPromptText(TEXTS.get("replay.until.none"));
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        Button play = new Button(TEXTS.get("replay.play"));
        play.setId("replay-play");
        play.setDefaultButton(true);
        play.setOnAction(_ -> give(overlay, answer));
        Button cancel = new Button(TEXTS.get("replay.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> overlay.hide());
        HBox buttons = new HBox(8, cancel, play);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(
                10,
                title,
                new VBox(4, new Label(TEXTS.get("replay.speed")), speed),
                new VBox(4, new Label(TEXTS.get("replay.until")), until),
                error,
                buttons);
        sheet.setId("replay");
        sheet.getStyleClass().add("dialog-sheet");
        sheet.setPrefWidth(460);
        overlay.show(sheet, speed);
    }

    private void give(Overlay overlay, Consumer<ReplayLimits> answer) {
        try {
            ReplayLimits limits = ReplayWords.limits(speed.getText(), until.getText());
            overlay.hide();
            answer.accept(limits);
        } catch (IllegalArgumentException unfit) {
            error.setText(String.valueOf(unfit.getMessage()));
        }
    }
}
