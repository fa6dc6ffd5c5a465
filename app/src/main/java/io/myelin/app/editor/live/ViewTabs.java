package io.myelin.app.editor.live;

import io.myelin.app.editor.live.view.RunViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tab;

/** The panels of the view components of one run, a tab each. */
final class ViewTabs {
    private final LiveHost host;
    private final List<Tab> tabs = new ArrayList<>();
    private Optional<RunViews> shown = Optional.empty();

    ViewTabs(LiveHost host) {
        this.host = host;
    }

    /** Shows the panels of {@code views} in place of those before; one that was in front is so again. */
    void show(Optional<RunViews> views) {
        if (views.equals(shown)) {
            return;
        }
        shown = views;
        Optional<String> front =
                tabs.stream().filter(Tab::isSelected).map(Tab::getId).findFirst();
        tabs.forEach(host::removePanel);
        tabs.clear();
        views.ifPresent(all -> all.all().values().forEach(view -> {
            Tab tab = host.addPanel("panel-view-" + view.path(), view.title(), view.icon(), view.inPanel());
            tabs.add(tab);
            if (front.filter(tab.getId()::equals).isPresent()) {
                host.showPanel(tab);
            }
        }));
    }

    /** Whether one of them is in front. */
    boolean isInFront() {
        return tabs.stream().anyMatch(Tab::isSelected);
    }
}
