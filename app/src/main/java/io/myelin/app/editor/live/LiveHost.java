package io.myelin.app.editor.live;

import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.BreakpointFiles;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.live.run.RunBreakpoints;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.SecretSource;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.HBox;

/** The window, as far as runs need it. Used on the window's thread. */
public interface LiveHost {
    /** Where actions are added. */
    ActionRegistry actions();

    /** Puts {@code node} into the line at the bottom. */
    void addStatus(Node node);

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

    /** The level of {@code document} that is shown, and where it stands in a run; empty where the whole graph is shown. */
    Optional<ShownLevel> shownInstance(Document document);

    /** Shows a run on the canvas of {@code document}, or of a level of one, in place of the one before. */
    void showLive(Document document, LiveView view);

    /** The level of {@code document} that is shown. */
    Document shownLevel(Document document);

    /** Shows on the canvases of {@code document} that messages are held on {@code wires}, and on no others. */
    void showHeld(Document document, Set<RunBreakpoints.Place> wires);

    /** Selects a component of {@code document} and brings it into the middle. */
    void reveal(Document document, String component);

    /**
     * As {@link #reveal}, the component at {@code path} of a run of {@code document}, in the level that it stands in; where
     * that is the graph of another file, the component that stands for that.
     */
    void revealInside(Document document, String path);

    /** Opens a graph that stands in no file in a tab of its own, called {@code name}, and brings it to the front. */
    void openGraph(Graph graph, String name);

    /** What is laid above the window. */
    Overlay overlay();

    /** The dialogs in front of the window. */
    Dialogs dialogs();

    /** The secrets of runs. */
    SecretSource secrets();

    /** Where the breakpoints in the graphs of files are kept. */
    BreakpointFiles breakpointFiles();

    /** Whether runs follow the edits of their graphs, as people left it the last time. */
    boolean followsEdits();

    /** Remembers whether runs follow the edits of their graphs. */
    void setFollowsEdits(boolean follows);

    /** Says {@code text} for some seconds at the bottom. */
    void say(String text);

    /** Says there why something was not done with the graph in front, as long as that graph is the same. */
    void refuse(String reason);

    /** Tells assistive technology of something that people see otherwise. */
    default void announce(String text) {}
}
