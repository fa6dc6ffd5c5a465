package io.myelin.app.editor;

import io.myelin.app.editor.file.WindowDialogs;
import io.myelin.app.text.Texts;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people when something in the window fails that should not; the window and the work in it stay. */
final class WindowFailures implements Thread.UncaughtExceptionHandler {
    private static final Texts TEXTS = Texts.of(WindowFailures.class);

    private static final Logger LOG = LoggerFactory.getLogger(WindowFailures.class);

    private final Stage stage;
    private boolean telling;

    WindowFailures(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.error("Something in the editor failed.", thrown);
        if (telling || !stage.isShowing()) {
            return;
        }
        telling = true;
        Platform.runLater(() -> {
            try {
                new WindowDialogs(stage)
                        .showError(
                                TEXTS.get("failed.editor"),
                                TEXTS.get("failed.editor.text", String.valueOf(thrown.getMessage())));
            } finally {
                telling = false;
            }
        });
    }
}
