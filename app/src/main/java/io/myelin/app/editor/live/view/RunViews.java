package io.myelin.app.editor.live.view;

import io.myelin.app.editor.live.run.RunSession;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.plan.Secrets;
import io.myelin.engine.run.GraphRun;
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
    private final Secrets secrets;
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
        this(session, Map.of());
    }

    private RunViews(RunSession session, Map<String, Shown> before) {
        this.session = session;
        this.secrets = session.plan().secrets();
        for (PlannedComponent component : session.plan().components()) {
            if (isView(component)) {
                Shown there = before.get(component.path());
                views.put(
                        component.path(),
                        there != null
                                        && there.title().equals(title(component))
                                        && there.icon().equals(component.type().icon())
                                ? there
                                : shown(component));
            }
        }
    }

    private Shown shown(PlannedComponent component) {
        ContentPane onCanvas = new ContentPane(secrets);
        onCanvas.setMouseTransparent(true);
        return new Shown(
                component.path(), title(component), component.type().icon(), onCanvas, new ContentPane(secrets));
    }

    private static String title(PlannedComponent component) {
        return component.title().isEmpty() ? component.path() : component.title();
    }

    /**
     * Has the views of {@code plan} publish in {@code run} from now on; to be called before the first message gets there,
     * on any thread.
     */
    public static void watch(GraphRun run, RunPlan plan) {
        run.watchPublished(plan.components().stream().anyMatch(RunViews::isView));
    }

    /** The views of the run after it has been changed: these where they are the same. */
    public RunViews followed() {
        // What was drawn before a secret was known would go on showing it.
        boolean mayStay = secrets.isEmpty() && session.plan().secrets().isEmpty();
        RunViews now = new RunViews(session, mayStay ? views : Map.of());
        return now.views.equals(views) ? this : now;
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
