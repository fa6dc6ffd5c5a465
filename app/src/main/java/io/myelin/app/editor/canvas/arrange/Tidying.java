package io.myelin.app.editor.canvas.arrange;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.MoveComponents.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tidies the graph of one document: the places are found on another thread and taken over as one step of the history,
 * unless it is cancelled or the graph becomes another meanwhile. All methods belong to the window's thread.
 */
public final class Tidying {
    private static final Texts TEXTS = Texts.of(Tidying.class);

    private final Document document;
    private final CanvasGeometry geometry;
    private final Arranging arranging;
    private final Executor background;
    private final Executor window;
    private final Consumer<String> say;
    private final Listeners<Tidying> listeners = new Listeners<>();
    private Runnable allTidied = () -> {};
    private @Nullable AtomicBoolean cancelled;

    /**
     * Tidies {@code document} as {@code geometry} shows it. Places are found in {@code background} and taken over in
     * {@code window}; {@code say} is told why nothing came of it.
     */
    public Tidying(
            Document document, CanvasGeometry geometry, Executor background, Executor window, Consumer<String> say) {
        this.document = document;
        this.geometry = geometry;
        this.arranging = new Arranging(document, geometry);
        this.background = background;
        this.window = window;
        this.say = say;
    }

    /**
     * Begins to tidy the selected components, or all where fewer than two are selected. What goes on from before is
     * given up.
     */
    public void start(FlowDirection direction) {
        cancel();
        List<ComponentShape> shapes = shapes();
        if (shapes.isEmpty()) {
            return;
        }
        boolean isAll = shapes.size() == geometry.movable().size();
        List<LinkReference> links =
                geometry.links().stream().map(LinkShape::reference).toList();
        Graph graph = document.graph();
        AtomicBoolean givenUp = new AtomicBoolean();
        cancelled = givenUp;
        listeners.tell(this);
        var _ = CompletableFuture.supplyAsync(() -> TidyLayout.of(shapes, links, direction, givenUp::get), background)
                .whenCompleteAsync((places, failure) -> end(givenUp, graph, places, failure, isAll), window);
    }

    private List<ComponentShape> shapes() {
        List<ComponentShape> all = geometry.movable();
        List<ComponentShape> selected = all.stream()
                .filter(shape -> geometry.oneWith(shape.id()).stream().anyMatch(document.selection()::contains))
                .toList();
        return selected.size() > 1 ? selected : all;
    }

    private void end(
            AtomicBoolean givenUp,
            Graph graph,
            @Nullable Optional<Map<String, Point>> places,
            @Nullable Throwable failure,
            boolean isAll) {
        if (givenUp.get()) {
            return;
        }
        cancelled = null;
        listeners.tell(this);
        if (failure != null || places == null) {
            say.accept(TEXTS.get("tidy.failed", reason(failure)));
        } else if (!graph.equals(document.graph())) {
            say.accept(TEXTS.get("tidy.changed"));
        } else {
            places.ifPresent(this::take);
            if (isAll && places.isPresent()) {
                allTidied.run();
            }
        }
    }

    private void take(Map<String, Point> places) {
        List<Move> moves = arranging.moves(places);
        if (!moves.isEmpty()) {
            List<GraphEdit> edits = new ArrayList<>(List.of(new GraphEdit.MoveComponents(moves)));
            edits.addAll(new Followers(document.graph().layout(), geometry).following(moves));
            document.perform(TEXTS.get("tidy"), new GraphEdit.Several(edits));
        }
    }

    private static String reason(@Nullable Throwable failure) {
        Throwable cause = failure == null ? new CancellationException() : failure;
        Throwable known = cause.getCause() == null ? cause : cause.getCause();
        return known.getMessage() == null ? known.getClass().getSimpleName() : known.getMessage();
    }

    /** Runs {@code shown} each time that not only a selection but all has been tidied. */
    public void whenAllIsTidied(Runnable shown) {
        allTidied = shown;
    }

    /** Gives up what goes on; everything stays where it is. */
    public void cancel() {
        AtomicBoolean going = cancelled;
        if (going != null) {
            cancelled = null;
            going.set(true);
            listeners.tell(this);
        }
    }

    /** Whether places are being found. */
    public boolean isRunning() {
        return cancelled != null;
    }

    /** Tells {@code listener} whenever {@link #isRunning} changes. */
    public Subscription onChange(Consumer<? super Tidying> listener) {
        return listeners.add(listener);
    }
}
