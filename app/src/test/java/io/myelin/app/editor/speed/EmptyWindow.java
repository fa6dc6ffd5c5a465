package io.myelin.app.editor.speed;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** A window with nothing in it but the theme: what any program with a window takes to start. */
public final class EmptyWindow extends Application {
    /** Opens it. */
    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(new Pane(), 1600, 1000));
        stage.show();
    }
}
