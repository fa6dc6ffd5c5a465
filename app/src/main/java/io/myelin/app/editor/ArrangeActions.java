package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.ARRANGE;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.arrange.Alignment;
import io.myelin.app.editor.canvas.arrange.Distribution;
import io.myelin.app.editor.canvas.arrange.FlowDirection;
import io.myelin.app.text.Texts;
import java.util.Locale;
import java.util.function.Consumer;

/** The actions that put components in order. */
final class ArrangeActions {
    private static final Texts TEXTS = Texts.of(ArrangeActions.class);

    private static final int FEWEST_TO_ALIGN = 2;
    private static final int FEWEST_TO_DISTRIBUTE = 3;

    private final ActionRegistry registry;
    private final OpenDocuments documents;

    ArrangeActions(ActionRegistry registry, OpenDocuments documents) {
        this.registry = registry;
        this.documents = documents;
    }

    void addAll() {
        addTidying();
        for (Alignment alignment : Alignment.values()) {
            registry.add(Action.named("arrange.align-" + id(alignment), alignment.title())
                    .keys(key(alignment))
                    .menu(ARRANGE, isAcross(alignment) ? 2 : 3)
                    .icon(icon(alignment))
                    .enabledWhen(() -> areSelected(FEWEST_TO_ALIGN))
                    .does(() -> withCanvas(canvas -> canvas.arranging().align(alignment))));
        }
        for (Distribution distribution : Distribution.values()) {
            boolean across = distribution == Distribution.ACROSS;
            registry.add(Action.named("arrange.distribute-" + id(distribution), distribution.title())
                    .keys(across ? "Shortcut+Alt+H" : "Shortcut+Alt+V")
                    .menu(ARRANGE, 4)
                    .icon(across ? "mdi2d-distribute-horizontal-center" : "mdi2d-distribute-vertical-center")
                    .enabledWhen(() -> areSelected(FEWEST_TO_DISTRIBUTE))
                    .does(() -> withCanvas(canvas -> canvas.arranging().distribute(distribution))));
        }
    }

    private void addTidying() {
        registry.add(Action.named("arrange.tidy", TEXTS.get("arrange.tidy"))
                .keys("Shortcut+Shift+L", "Shift+Alt+T")
                .menu(ARRANGE, 1)
                .icon("mdi2a-auto-fix")
                .enabledWhen(this::hasComponents)
                .does(() -> withCanvas(canvas -> canvas.tidying().start(FlowDirection.RIGHT))));
        registry.add(Action.named("arrange.tidy-down", TEXTS.get("arrange.tidy-down"))
                .menu(ARRANGE, 1)
                .enabledWhen(this::hasComponents)
                .does(() -> withCanvas(canvas -> canvas.tidying().start(FlowDirection.DOWN))));
        registry.add(Action.named("arrange.stop-tidying", TEXTS.get("arrange.stop-tidying"))
                .menu(ARRANGE, 1)
                .enabledWhen(() -> documents
                        .current()
                        .filter(open -> open.canvas().tidying().isRunning())
                        .isPresent())
                .does(() -> withCanvas(canvas -> canvas.tidying().cancel())));
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isAcross(Alignment alignment) {
        return switch (alignment) {
            case LEFT, CENTRE, RIGHT -> true;
            case TOP, MIDDLE, BOTTOM -> false;
        };
    }

    private static String key(Alignment alignment) {
        return switch (alignment) {
            case LEFT -> "Alt+A";
            case CENTRE -> "Alt+H";
            case RIGHT -> "Alt+D";
            case TOP -> "Alt+W";
            case MIDDLE -> "Alt+V";
            case BOTTOM -> "Alt+S";
        };
    }

    private static String icon(Alignment alignment) {
        return switch (alignment) {
            case LEFT -> "mdi2a-align-horizontal-left";
            case CENTRE -> "mdi2a-align-horizontal-center";
            case RIGHT -> "mdi2a-align-horizontal-right";
            case TOP -> "mdi2a-align-vertical-top";
            case MIDDLE -> "mdi2a-align-vertical-center";
            case BOTTOM -> "mdi2a-align-vertical-bottom";
        };
    }

    private boolean areSelected(int fewest) {
        return documents
                .current()
                .filter(open -> open.document().selection().components().size() >= fewest)
                .isPresent();
    }

    private boolean hasComponents() {
        return documents
                .current()
                .filter(open -> !open.document().graph().components().isEmpty())
                .isPresent();
    }

    private void withCanvas(Consumer<GraphCanvas> task) {
        documents.current().ifPresent(open -> task.accept(open.canvas()));
    }
}
