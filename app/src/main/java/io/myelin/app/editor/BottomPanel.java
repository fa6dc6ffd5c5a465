package io.myelin.app.editor;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panels below the canvas, in tabs; all of them are put away and shown together. */
public final class BottomPanel {
    private static final double USUAL_HEIGHT = 190;

    private final SplitPane around;
    private final TabPane tabs = new TabPane();
    private double height;

    /** Below what {@code around} shows already, {@code height} pixels high; put away where that is 0. */
    BottomPanel(SplitPane around, double height) {
        this.around = around;
        this.height = height > 0 ? height : USUAL_HEIGHT;
        tabs.setId("bottom-panel");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(80);
        SplitPane.setResizableWithParent(tabs, false);
    }

    /** The tabs with the panels, in the scene only while they are shown. */
    Node node() {
        return tabs;
    }

    /** Adds a panel; {@code icon} is an Ikonli literal. The tab that comes back takes a new title or graphic any time. */
    public Tab add(String id, String title, String icon, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        tab.setGraphic(new FontIcon(icon));
        tabs.getTabs().add(tab);
        return tab;
    }

    /** Shows the panels with {@code tab} in front. */
    public void show(Tab tab) {
        tabs.getSelectionModel().select(tab);
        setShown(true);
    }

    /** Whether the panels are shown. */
    public boolean isShown() {
        return around.getItems().contains(tabs);
    }

    /** Shows the panels or puts them away. */
    public void setShown(boolean shown) {
        if (shown == isShown()) {
            return;
        }
        if (shown) {
            around.getItems().add(tabs);
            double total = around.getHeight();
            if (total > 0) {
                around.setDividerPositions(1 - Math.min(height, total * 0.8) / total);
            }
        } else {
            height = tabs.getHeight();
            around.getItems().remove(tabs);
        }
    }

    /** How high the panels are, in pixels; 0 where they are put away. */
    double shownHeight() {
        return isShown() ? tabs.getHeight() : 0;
    }
}
