package io.myelin.app.editor.live.panel;

import java.net.URL;
import javafx.scene.Parent;

/** The style sheet of what shows runs; its colours are the window's. */
public final class PanelSheet {
    private PanelSheet() {}

    /** Dresses {@code parent} and all in it. */
    public static void dress(Parent parent) {
        URL sheet = PanelSheet.class.getResource("/io/myelin/app/editor/live/live.css");
        if (sheet == null) {
            throw new IllegalStateException("the style sheet live.css is missing from this installation");
        }
        parent.getStylesheets().add(sheet.toExternalForm());
    }
}
