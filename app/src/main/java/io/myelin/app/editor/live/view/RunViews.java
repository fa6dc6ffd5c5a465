package io.myelin.app.editor.live.view;

import io.myelin.app.editor.live.run.RunSession;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.palette.view.ViewContent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;

/**
 * The contents of the view components of one run, each drawn twice: on the component and in a panel. Belongs to the
 * window's thread.
 */
public final class RunViews {
    private static final String FAMILY = "view";

    private final RunSession session;
    private final Map<String, Shown> views = new LinkedHashMap<>();

    /**
     * One view component.
     *
     * @param path where it stands in the run
     * @param title what people call it
     * @param icon the icon of its type
     * @param onCanvas drawn on the component
     * @param inPanel drawn in a panel
     */
    public record Shown(String path, String title, String icon, ContentPane onCanvas, ContentPane inPanel) {}

    /** The views of {@code session}, which {@link #watch} has publish. */
    public RunViews(RunSession session) {
        this.session = session;
        for (PlannedComponent component : session.plan().components()) {
            if (isView(component)) {
                String title = component.title().isEmpty() ? component.path() : component.title();
                ContentPane onCanvas = new ContentPane(session.plan().secrets());
                onCanvas.setMouseTransparent(true);
                views.put(
                        component.path(),
                        new Shown(
                                component.path(),
                                title,
                                component.type().icon(),
                                onCanvas,
                                new ContentPane(session.plan().secrets())));
            }
        }
    }

    /** Has the views of {@code session} publish from now on; to be called before its first message, on any thread. */
    public static void watch(RunSession session) {
        session.run().watchPublished(session.plan().components().stream().anyMatch(RunViews::isView));
    }

    private static boolean isView(PlannedComponent component) {
        return component.type().family().equals(FAMILY);
    }

    /** All of them by path, in the order of the graph. */
    public Map<String, Shown> all() {
        return Collections.unmodifiableMap(views);
    }

    /** What the component {@code id} of the outermost graph shows; empty for one that is no view. */
    public Optional<Node> content(String id) {
        return Optional.ofNullable(views.get(id)).map(Shown::onCanvas);
    }

    /** Draws what has been published since. */
    public void refresh() {
        views.values()
                .forEach(view -> session.run()
                        .published(view.path())
                        .filter(ViewContent.class::isInstance)
                        .map(ViewContent.class::cast)
                        .ifPresent(content -> {
                            view.onCanvas().show(content);
                            view.inPanel().show(content);
                        }));
    }
}
