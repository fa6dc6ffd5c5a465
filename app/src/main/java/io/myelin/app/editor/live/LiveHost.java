package io.myelin.app.editor.live;

import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.Dialogs;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.HBox;

/** The window, as far as runs need it. Used on the window's thread. */
public interface LiveHost {
    /** Where actions are added. */
    ActionRegistry actions();

    /** Where the controls of a run stand. */
    HBox runControls();

    /** Adds a panel below the canvas. */
    Tab addPanel(String id, String title, String icon, Node content);

    /** Brings a panel to the front. */
    void showPanel(Tab panel);

    /** Takes a panel away. */
    void removePanel(Tab panel);

    /** Brings the list of problems to the front. */
    void showProblems();

    /** Shows a run on the canvas of {@code document}, in place of the one before. */
    void showLive(Document document, LiveView view);

    /** Selects a component of {@code document} and brings it into the middle. */
    void reveal(Document document, String component);

    /** What is laid above the window. */
    Overlay overlay();

    /** The dialogs in front of the window. */
    Dialogs dialogs();

    /** Whether runs follow the edits of their graphs, as people left it the last time. */
    boolean followsEdits();

    /** Remembers whether runs follow the edits of their graphs. */
    void setFollowsEdits(boolean follows);

    /** Says {@code text} for some seconds at the bottom. */
    void say(String text);
}
