package io.myelin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A window opens and takes a click, with no display or on a real one. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private final AtomicInteger clicks = new AtomicInteger();

    @Start
    void show(Stage stage) {
        Button button = new Button("Press");
        button.setId("press");
        button.setOnAction(_ -> clicks.incrementAndGet());
        stage.setScene(new Scene(new StackPane(button), 400, 300));
        stage.show();
    }

    @Test
    void aClickArrives(FxRobot robot) {
        robot.clickOn("#press");
        assertThat(clicks).hasValue(1);
    }
}
