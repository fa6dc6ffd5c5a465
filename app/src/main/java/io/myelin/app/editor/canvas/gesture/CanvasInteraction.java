package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Subscription;
import io.myelin.engine.graph.GraphEditException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The hands on one canvas: takes what the pointer, the wheel and the keys do, and lets at most one gesture at a time go
 * on. Belongs to the window's thread.
 */
public final class CanvasInteraction {
    private static final double BORDER = 32;
    private static final double BORDER_SPEED = 900;

    private final Surface surface;
    private final CanvasOperations operations;
    private final CanvasKeys keys;
    private final GestureChoice chooser;
    private final boolean edits;
    private final LinkByKeys linking;
    private final WireWalk wires;
    private final Subscription places;
    private @Nullable Gesture gesture;
    private @Nullable PointerEvent last;
    private Feedback feedback = Feedback.NONE;
    private Optional<LinkDraft> hanging = Optional.empty();
    private boolean wheelZooms;
    private boolean spaceHeld;

    /** Hands for {@code document} as {@code geometry} shows it. */
    public CanvasInteraction(Document document, CanvasGeometry geometry, CanvasHost host) {
        this(document, geometry, host, true);
    }

    /** As the other, but where {@code edits} is false the hands only look: no key and no gesture changes the graph. */
    public CanvasInteraction(Document document, CanvasGeometry geometry, CanvasHost host, boolean edits) {
        this.edits = edits;
        this.surface = new Surface(document, geometry, host);
        this.operations = new CanvasOperations(surface);
        this.keys = new CanvasKeys(surface, operations, edits);
        this.chooser = edits ? new GestureChooser(surface) : new ViewingGestures(surface);
        this.linking = new LinkByKeys(surface, operations);
        this.wires = new WireWalk(surface);
        this.places = edits ? document.keepPlaces(geometry) : () -> {};
    }

    /** Ends it: what is done to the document from here on does not mind what this canvas shows. */
    public void close() {
        places.close();
    }

    /** The part of the world that is shown. */
    public Viewport viewport() {
        return surface.viewport();
    }

    /** Shows another part of the world. */
    public void show(Viewport viewport) {
        surface.show(viewport);
        followPointer();
    }

    /** What to draw over the graph. */
    public Feedback feedback() {
        return feedback;
    }

    /** The operations that keys and menus start. */
    public CanvasOperations operations() {
        return operations;
    }

    /** Where the pointer is, in the world; empty where it is not on the canvas. */
    public Optional<Point> pointer() {
        return Optional.ofNullable(last)
                .filter(event -> event.kind() != PointerEvent.Kind.LEFT)
                .map(surface::world);
    }

    /** Where to put something new: where the pointer is, or in the middle of what is shown. */
    public Point target() {
        return pointer().orElseGet(() -> viewport().visible().centre());
    }

    /** Where a new component is asked for: where the pointer is, else beside what is selected. */
    public Point placeForNew() {
        return pointer().orElseGet(operations::placeBeside);
    }

    /** Marks the link into which something carried over the canvas would be put, and the group that it would join. */
    public void preview(Optional<QuickAddRequest.LinkEnds> between, Optional<Point> place) {
        if (gesture == null && !linking.isOn()) {
            replaceFeedback(Feedback.NONE
                    .withGroup(place.flatMap(surface.surgery()::groupAt))
                    .withMarked(between.map(ends -> Set.of(ends.link())).orElse(Set.of())));
        }
    }

    /** Goes on showing the loose link of {@code request}, if it has one, until {@link #letGo}. */
    public void hang(QuickAddRequest request) {
        hanging = request.hanging()
                .map(box -> new LinkDraft(box, request.place(), Optional.empty(), Optional.empty(), Optional.empty()));
        rest();
    }

    /** Shows no loose link any more. */
    public void letGo() {
        if (hanging.isPresent()) {
            hanging = Optional.empty();
            rest();
        }
    }

    /** Whether a gesture goes on. */
    public boolean isBusy() {
        return gesture != null;
    }

    /** The pointer did something. */
    public void pointer(PointerEvent event) {
        last = event;
        switch (event.kind()) {
            case MOVED -> hover(event);
            case PRESSED -> press(event);
            case DRAGGED -> drag(event);
            case RELEASED -> release(event);
            case LEFT -> left();
        }
    }

    /** Whether the bare wheel zooms, else it moves the world. */
    public void setWheelZooms(boolean zooms) {
        wheelZooms = zooms;
    }

    /** The wheel turned: moves the world, or zooms with Ctrl. Shift turns up and down into left and right. */
    public void wheel(WheelEvent event) {
        if (event.modifiers().control() || wheelZooms && !event.modifiers().shift()) {
            zoom(event.screen(), Math.exp(event.dy() / 240));
        } else if (event.modifiers().shift() && event.dx() == 0) {
            show(viewport().panned(event.dy(), 0));
        } else {
            show(viewport().panned(event.dx(), event.dy()));
        }
    }

    /** Zooms by {@code factor}, the world under {@code screen} staying there. */
    public void zoom(Point screen, double factor) {
        show(viewport().zoomedTo(viewport().zoom() * factor, screen));
    }

    /** A key went down or up; tells whether it meant something here. */
    public boolean key(KeyEvent event) {
        if (event.key() == KeyEvent.Key.SPACE) {
            spaceHeld = event.down();
            rest();
            return true;
        }
        if (!event.down()) {
            return false;
        }
        if (event.key() == KeyEvent.Key.ESCAPE && gesture != null) {
            cancel();
            return true;
        }
        if (linking.isOn()) {
            attempt(() -> {
                linking.press(event);
                return true;
            });
            linked();
            return true;
        }
        return gesture == null && attempt(() -> keys.press(event, placeForNew()));
    }

    /** Begins to draw a link by keys: from a box of the selected component, or an end of the selected link. */
    public void startLinking() {
        cancel();
        linking.start();
        linked();
    }

    /** Gives up the link that is drawn by keys, if one is. */
    public void leaveLinking() {
        if (linking.isOn()) {
            linking.leave();
            linked();
        }
    }

    private void linked() {
        surface.host().guided(linking.words());
        rest();
    }

    /** Selects the next wire of the selected component, or of the one that the selected wire is at; or the one before. */
    public void stepWire(int by) {
        wires.step(by);
    }

    /** Gives up the gesture that goes on, if one does; everything is as it was before it. */
    public void cancel() {
        Gesture going = gesture;
        gesture = null;
        if (going != null) {
            going.cancelled();
            rest();
        }
    }

    /** Follows the document to its new graph; a gesture that began on the old one is given up. */
    public void documentChanged() {
        if (gesture != null && !surface.document().isInStep()) {
            cancel();
        }
        if (!surface.document().isInStep()) {
            leaveLinking();
        }
        surface.geometry().update(surface.document().graph());
        if (gesture == null) {
            rest();
        }
    }

    /** Whether {@link #tick} has something to do. */
    public boolean wantsTicks() {
        PointerEvent known = last;
        return gesture != null
                && gesture.scrollsAtBorder()
                && known != null
                && !borderPull(known).equals(new Point(0, 0));
    }

    /** Time passes: moves the world while a dragging pointer is held at the border. */
    public void tick(double seconds) {
        PointerEvent known = last;
        if (known != null && wantsTicks()) {
            Point pull = borderPull(known);
            surface.show(viewport().panned(pull.x() * BORDER_SPEED * seconds, pull.y() * BORDER_SPEED * seconds));
            drag(known);
        }
    }

    private Point borderPull(PointerEvent event) {
        return new Point(
                pull(event.screen().x(), viewport().width()),
                pull(event.screen().y(), viewport().height()));
    }

    private static double pull(double at, double size) {
        double before = Math.clamp((BORDER - at) / BORDER, 0, 1);
        double behind = Math.clamp((at - size + BORDER) / BORDER, 0, 1);
        return before - behind;
    }

    private void followPointer() {
        PointerEvent known = last;
        if (known != null && gesture != null) {
            drag(known);
        } else {
            rest();
        }
    }

    private void press(PointerEvent event) {
        if (gesture != null) {
            cancel();
            return;
        }
        leaveLinking();
        gesture = chooser.choose(event, spaceHeld).orElse(null);
        showFeedback();
    }

    private void drag(PointerEvent event) {
        Gesture going = gesture;
        if (going != null) {
            going.dragged(event);
            showFeedback();
        }
    }

    private void release(PointerEvent event) {
        Gesture going = gesture;
        gesture = null;
        if (going != null) {
            boolean done = attempt(() -> {
                going.released(event);
                return true;
            });
            if (!done) {
                going.cancelled();
            }
        }
        hover(event);
    }

    private boolean attempt(BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (GraphEditException refused) {
            surface.host().refused(String.valueOf(refused.getMessage()));
            return false;
        }
    }

    private void left() {
        if (gesture == null && !linking.isOn()) {
            replaceFeedback(Feedback.NONE);
        }
    }

    private void hover(PointerEvent event) {
        if (gesture != null) {
            return;
        }
        if (linking.isOn()) {
            replaceFeedback(linking.feedback());
            return;
        }
        if (spaceHeld) {
            replaceFeedback(Feedback.of(PointerShape.OPEN_HAND));
            return;
        }
        Hit hit = surface.hit(event);
        replaceFeedback(Feedback.hovering(edits ? shape(hit, event.modifiers()) : PointerShape.ARROW, hit));
    }

    private static PointerShape shape(Hit hit, Modifiers modifiers) {
        return switch (hit) {
            case Hit.OnBox _ -> PointerShape.CROSS;
            case Hit.OnCorner _, Hit.OnNoteCorner _ -> PointerShape.RESIZE;
            case Hit.OnComponent _, Hit.OnNote _ -> PointerShape.ARROW;
            case Hit.OnWaypoint _, Hit.OnGroup _, Hit.OnBorder _ -> PointerShape.MOVE;
            case Hit.OnLink _, Hit.OnHiddenEnds _ -> PointerShape.POINTING;
            case Hit.OnNothing _ -> modifiers.alt() ? PointerShape.CROSS : PointerShape.ARROW;
        };
    }

    private void rest() {
        PointerEvent known = last;
        if (gesture != null) {
            return;
        }
        if (linking.isOn()) {
            replaceFeedback(linking.feedback());
        } else if (known == null || known.kind() == PointerEvent.Kind.LEFT) {
            replaceFeedback(spaceHeld ? Feedback.of(PointerShape.OPEN_HAND) : Feedback.NONE);
        } else {
            hover(known);
        }
    }

    private void showFeedback() {
        if (gesture != null) {
            replaceFeedback(gesture.feedback());
        }
    }

    private void replaceFeedback(Feedback wanted) {
        Feedback changed = gesture == null ? hanging.map(wanted::withDraft).orElse(wanted) : wanted;
        if (!changed.equals(feedback)) {
            feedback = changed;
            surface.host().feedbackChanged(changed);
        }
    }
}
