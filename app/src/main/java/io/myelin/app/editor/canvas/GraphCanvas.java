package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.arrange.Arranging;
import io.myelin.app.editor.canvas.arrange.FreeRoom;
import io.myelin.app.editor.canvas.arrange.Tidying;
import io.myelin.app.editor.canvas.geometry.BorderShapes;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.CanvasHost;
import io.myelin.app.editor.canvas.gesture.CanvasInteraction;
import io.myelin.app.editor.canvas.gesture.CanvasOperations;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.gesture.KeyEvent.Key;
import io.myelin.app.editor.canvas.gesture.Modifiers;
import io.myelin.app.editor.canvas.gesture.PointerEvent;
import io.myelin.app.editor.canvas.gesture.QuickAddRequest;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.Hue;
import io.myelin.app.editor.canvas.paint.Marks;
import io.myelin.app.editor.canvas.route.WireRouter;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.PublicBox;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** A canvas on which one document is drawn, edited and watched. Belongs to the window's thread. */
public final class GraphCanvas implements AutoCloseable {
    private final Document document;
    private final CanvasHooks hooks;
    private final CanvasGeometry geometry;
    private final CanvasPane pane;
    private final CanvasInteraction interaction;
    private final CanvasInput input;
    private final ComponentPlacing placing;
    private final Framing framing;
    private final CanvasAnimation animation;
    private final NameEditors editors;
    private final HiddenWires hiddenWires;
    private final Arranging arranging;
    private final Tidying tidying;
    private final FindBar findBar;
    private final Minimap minimap;
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
    private final Listeners<Viewport> viewportListeners = new Listeners<>();
    private final List<Subscription> subscriptions;

    /** A canvas of {@code document}; the whole graph is shown as soon as the canvas has a size. */
    public GraphCanvas(Document document, CanvasHooks hooks) {
        this(document, hooks, true);
    }

    /** A canvas on which {@code document} is only looked at: moved about, selected, searched and entered. */
    public static GraphCanvas readOnly(Document document, CanvasHooks hooks) {
        return new GraphCanvas(document, hooks, false);
    }

    private GraphCanvas(Document document, CanvasHooks hooks, boolean edits) {
        this.document = document;
        this.hooks = hooks;
        CanvasFonts fonts = new CanvasFonts();
        ComponentFaces faces =
                new ComponentFaces(document.catalog(), document.folder(), hooks::graphInFile, document::around);
        this.geometry = new CanvasGeometry(faces, fonts, new WireRouter());
        if (!document.path().isEmpty()) {
            geometry.showBorder();
        }
        this.pane = new CanvasPane(document, geometry, fonts, this::resized);
        this.interaction = new CanvasInteraction(document, geometry, new Host(), edits);
        this.framing = new Framing(interaction);
        this.animation = new CanvasAnimation(pane, interaction);
        this.placing = new ComponentPlacing(document, hooks, pane, interaction);
        this.arranging = new Arranging(document, geometry);
        this.tidying = new Tidying(document, geometry, GraphCanvas::inBackground, Platform::runLater, hooks::refused);
        tidying.whenAllIsTidied(() -> operations().showAll());
        this.findBar = new FindBar(document, geometry, operations()::find, hooks::insideWanted, pane::requestFocus);
        this.minimap = new Minimap(geometry, operations()::centreOn);
        if (!edits) {
            pane.becomeReadOnly();
        }
        pane.addOverlay(findBar.marks());
        pane.addOverlay(minimap);
        pane.addOverlay(findBar);
        TidyNotice notice = new TidyNotice(tidying);
        notice.listenAt(pane);
        pane.addOverlay(notice);
        this.editors = new NameEditors(document, geometry, interaction, pane, hooks::refused);
        this.hiddenWires = new HiddenWires(document, geometry, interaction, pane, hooks);
        pane.addOverlay(placing.quickAdd());
        pane.addEventFilter(MouseEvent.ANY, event -> pane.pointerAt(new Point(event.getX(), event.getY())));
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> framing.touch());
        this.input = new CanvasInput(pane, interaction, animation::wake);
        input.listen();
        this.subscriptions = List.of(
                document.onChange(_ -> {
                    if (!document.around().isEmpty()) {
                        geometry.forgetGraphs();
                    }
                    interaction.documentChanged();
                    hiddenWires.close();
                    pane.graphChanged(geometry.news());
                    findBar.graphChanged();
                    minimap.graphChanged();
                }),
                document.selection().onChange(_ -> pane.selectionChanged()),
                document.breakpoints().onChange(_ -> pane.repaint()),
                document.problems().onChange(_ -> pane.repaint()));
        interaction.documentChanged();
    }

    /** A layout may compute for seconds: it gets a thread of its own, which nobody waits for when the program ends. */
    private static void inBackground(Runnable task) {
        Thread.ofPlatform().daemon().name("tidy").start(task);
    }

    /** What to put into the window. It takes all the room that it is given. */
    public Node node() {
        return pane;
    }

    /** The zoom; 1 is 100 %. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** Shows the whole graph, at 100 % at most. */
    public void fitAll() {
        operations().fitAll();
    }

    /** Shows what is selected, or the whole graph where nothing is. */
    public void fitSelection() {
        operations().fitSelection();
    }

    /** Zooms about the middle; 1 is 100 %. Kept between 10 % and 400 %. */
    public void zoomTo(double wanted) {
        operations().zoomTo(wanted);
    }

    /** The part of the world that is shown. */
    public Viewport viewport() {
        return interaction.viewport();
    }

    /** Shows the world about {@code centre} at {@code zoom}, also while the window is still finding its size. */
    public void show(Point centre, double zoom) {
        framing.show(centre, zoom);
    }

    /** Tells {@code listener} of each change of what part of the world is shown. */
    public Subscription onViewport(Consumer<? super Viewport> listener) {
        return viewportListeners.add(listener);
    }

    /** Selects these and nothing else. */
    public void select(Collection<String> ids, Collection<LinkReference> links) {
        document.selection().select(ids, links);
    }

    /** Where a link is drawn, in the world. */
    public Optional<Bounds> placeOf(LinkReference link) {
        return geometry.link(link).map(shape -> shape.path().bounds());
    }

    /** Where a component is drawn, in the world. */
    public Optional<Bounds> placeOf(String id) {
        return geometry.component(id).map(ComponentShape::bounds);
    }

    /** Marks parts of the graph by frames and signs, and takes other marks away. */
    public void showMarks(Marks marks) {
        pane.show(marks);
    }

    /** Selects everything. */
    public void selectAll() {
        operations().selectAll();
    }

    /** Removes what is selected. */
    public void deleteSelection() {
        operations().deleteSelection();
    }

    /** Removes what is selected and joins what each removed component stood between. */
    public void deleteAndHealSelection() {
        operations().deleteAndHealSelection();
    }

    /** Makes copies of the selected components a little aside and selects those. */
    public void duplicateSelection() {
        operations().duplicateSelection();
    }

    /** What can be done at once, by a key or a menu. */
    public CanvasOperations operations() {
        return interaction.operations();
    }

    /** The field in which people search the graph. */
    public FindBar findBar() {
        return findBar;
    }

    /** Brings the selected components into line or evenly apart. */
    public Arranging arranging() {
        return arranging;
    }

    /** Places the components anew along their links. */
    public Tidying tidying() {
        return tidying;
    }

    /** Brings a component into the middle of what is shown. */
    public void centreOn(String id) {
        operations().centreOn(id);
    }

    /** Brings a link into the middle of what is shown. */
    public void centreOn(LinkReference link) {
        operations().centreOn(link);
    }

    /**
     * Shows what {@link #dropComponent} would do with a component carried over the canvas: the link into which it would be
     * put, the group that it would join. An empty type, and a place beside the canvas, show nothing.
     */
    public void previewDrop(Optional<String> typeId, double sceneX, double sceneY) {
        placing.preview(typeId, sceneX, sceneY);
    }

    /** Whether a place of the scene, in pixels, is on the canvas. */
    public boolean contains(double sceneX, double sceneY) {
        return placing.contains(sceneX, sceneY);
    }

    /**
     * Adds a component of a type at a place of the scene, in pixels; over a link that it fits into it is put between.
     * Answers with its id; empty where the place is not on the canvas or there is no such type.
     */
    public Optional<String> dropComponent(String typeId, double sceneX, double sceneY) {
        return placing.drop(typeId, sceneX, sceneY);
    }

    /** What of the world is at a point of the scene; empty where that is not over the canvas. */
    public Optional<Point> worldAt(double sceneX, double sceneY) {
        return placing.worldAt(sceneX, sceneY);
    }

    /** Adds a component of a type beside the selected one, else in the middle of what is shown; nothing for no such type. */
    public void place(String typeId) {
        placing.place(typeId);
    }

    /** The middle of what is shown, in units of the world: where to paste. */
    public Point centre() {
        return interaction.viewport().visible().centre();
    }

    /** Room for a graph among what is shown. */
    public FreeRoom room() {
        return new FreeRoom(geometry);
    }

    /** Where the pointer is, in units of the world, or the middle where it is not on the canvas. */
    public Point pointer() {
        return interaction.target();
    }

    /** Takes the pointer to be at a point of the scene, where it was before a menu was opened there. */
    public void pointAt(double sceneX, double sceneY) {
        Point2D place = pane.sceneToLocal(sceneX, sceneY);
        interaction.pointer(new PointerEvent(
                PointerEvent.Kind.MOVED,
                new Point(place.getX(), place.getY()),
                PointerEvent.Button.NONE,
                0,
                Modifiers.NONE));
    }

    /** Leaves the keys of which {@code others} is true to whoever listens at {@link #node} besides. */
    public void leaveKeys(Predicate<KeyEvent> others) {
        input.leave(others);
    }

    /** Does what a key means on the canvas, with these keys held down, whatever key was pressed for it. */
    public void press(Key key, Modifiers held) {
        interaction.key(new io.myelin.app.editor.canvas.gesture.KeyEvent(key, true, held));
    }

    /** Begins to draw a link by keys: from a box of the selected component, or an end of the selected link. */
    public void startLinking() {
        interaction.startLinking();
    }

    /** Selects the next wire of what is selected, or with -1 the one before. */
    public void selectWire(int by) {
        interaction.stepWire(by);
    }

    /** Lists the hidden wires of what is selected, for one of them to be chosen. */
    public void listHiddenWires() {
        hiddenWires.listOfSelection();
    }

    /** Shows the whole graph in a corner, or no more. */
    public void showMinimap(boolean shown) {
        minimap.setShown(shown);
    }

    /** Opens a field in which people give the component, which is brought into view, another title. */
    public void startRename(String id) {
        operations().reveal(id);
        editors.renameComponent(id);
    }

    /**
     * Opens a field in which people write the only selected note, the label of the only selected link, the title of the
     * group that is selected, or that of the only selected component.
     */
    public void renameSelection() {
        if (!operations().rename()) {
            document.selection()
                    .onlyComponent()
                    .ifPresentOrElse(this::startRename, () -> operations().refuseToRename());
        }
    }

    /** The data boxes of the selected components that a graph's own boxes of {@code kind} can stand for. */
    public List<BoxReference> boxesOfSelection(PublicBox.Kind kind) {
        return document.selection().components().stream()
                .flatMap(id -> geometry.component(id).stream())
                .flatMap(shape -> shape.boxes(BorderShapes.innerSide(kind)).stream())
                .filter(box -> box.standing() == BoxShape.Standing.DATA)
                .map(BoxShape::reference)
                .toList();
    }

    /** Adds a note at the pointer and lets it be written. */
    public void addNote() {
        operations().addNote(interaction.target());
    }

    /** Puts what is selected into a group and lets its title be written. */
    public void groupSelection() {
        operations().group();
    }

    /** Takes the frames away round what is selected. */
    public void ungroupSelection() {
        operations().ungroup();
    }

    /** Folds what is selected, groups to cards and components to their heads, or unfolds it. */
    public void toggleFolded() {
        operations().toggleFolded();
    }

    /** Whether something selected is in a group. */
    public boolean isSelectionGrouped() {
        return operations().isGrouped();
    }

    /** Whether notes are selected. */
    public boolean hasSelectedNotes() {
        return !document.selection().notes().isEmpty();
    }

    /** Gives the selected notes, or the groups round what is selected, the colour after theirs. */
    public void recolourSelection() {
        operations().recolour(color -> Hue.after(color, Hue.NOTE), color -> Hue.after(color, Hue.GROUP));
    }

    /** Hides the selected links but for their ends, or shows them again where all are hidden. */
    public void toggleLinksHidden() {
        operations().toggleHidden();
    }

    /** Leads the only selected link through where the pointer is, or through its middle where that is far. */
    public void addWaypoint() {
        operations().addWaypoint(pointer());
    }

    /** Whether the bare wheel zooms, else it moves the world; with Ctrl it zooms either way. */
    public void setWheelZooms(boolean zooms) {
        interaction.setWheelZooms(zooms);
    }

    /** Whether {@code control} and {@code signal} are drawn on every component, or only where they are linked. */
    public void showControlBoxes(boolean shown) {
        geometry.showOutOfBand(shown);
        pane.repaint();
    }

    /** Shows components in {@code style}. */
    public void showCards(CardStyle style) {
        geometry.showCards(style);
        pane.repaint();
    }

    /** Shows a run until {@link #hideLive} or the next one; its last figures stay when it has ended. */
    public void showLive(LiveView view) {
        pane.live().follow(Optional.of(view));
        pane.repaint();
        animation.look();
    }

    /** Whether nothing slides: the figures of a run alone tell what goes along the links. */
    public void setStill(boolean still) {
        pane.live().setStill(still);
    }

    /** Shows that messages are held on the wires that {@code held} gives for the path of this level, and on no others. */
    public void showHeld(Function<List<String>, Set<LinkReference>> held) {
        pane.showHeld(held.apply(document.path()));
    }

    /** Takes all figures of a run away. */
    public void hideLive() {
        pane.live().follow(Optional.empty());
        pane.repaint();
    }

    /** The graphs that stand in files of their own may be others now: draws the components anew that stand for them. */
    public void graphsInFilesChanged() {
        geometry.forgetGraphs();
        interaction.documentChanged();
        pane.repaint();
    }

    /** Lets go of the document. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        interaction.close();
        tidying.cancel();
        hideLive();
        // Last: taking the live figures away may ask for one more frame.
        animation.stop();
    }

    /** How often the graph has been painted: for measuring that nothing is painted while nothing changes. */
    long paintings() {
        return pane.paintings();
    }

    /** How often all of the graph has been painted, and not only what had changed of it. */
    long wholePaintings() {
        return pane.wholePaintings();
    }

    /** How often the minimap has been painted. */
    long mapPaintings() {
        return minimap.paintings();
    }

    /** Whether frames are being asked for. */
    boolean isAnimated() {
        return animation.isRunning();
    }

    /** Whether a token is under way. */
    public boolean isTokenShown() {
        return hasTokens();
    }

    /** Whether a token is under way. */
    boolean hasTokens() {
        return pane.live().hasTokens();
    }

    CanvasGeometry geometry() {
        return geometry;
    }

    CanvasInteraction interaction() {
        return interaction;
    }

    private void resized(double width, double height) {
        framing().resized(width, height);
        minimap.resized(width, height);
    }

    private Framing framing() {
        return framing;
    }

    /** What the gestures ask for. */
    private final class Host implements CanvasHost {
        @Override
        public void viewportChanged(Viewport viewport) {
            zoom.set(viewport.zoom());
            editors.close();
            hiddenWires.close();
            pane.show(viewport);
            findBar.follow(viewport);
            minimap.follow(viewport);
            viewportListeners.tell(viewport);
        }

        @Override
        public void shapesChanged() {
            pane.shapesMoved();
            findBar.follow(interaction.viewport());
        }

        @Override
        public void feedbackChanged(Feedback feedback) {
            pane.show(feedback);
        }

        @Override
        public void offerComponents(QuickAddRequest request) {
            placing.choose(request);
        }

        @Override
        public void componentOpened(String id) {
            hooks.componentOpened(id);
        }

        @Override
        public void noteOpened(String name) {
            editors.writeNote(name);
        }

        @Override
        public void groupOpened(String name) {
            editors.titleGroup(name);
        }

        @Override
        public void linkOpened(LinkReference link) {
            editors.labelLink(link);
        }

        @Override
        public void linkClicked(LinkReference link) {
            hooks.linkClicked(link);
        }

        @Override
        public void wiresListed(List<LinkReference> links, Point place) {
            hiddenWires.list(links, place);
        }

        @Override
        public void contextMenuAsked(Point screen, Hit hit) {
            Point2D scene = pane.localToScene(screen.x(), screen.y());
            hooks.contextMenuAsked(hit, scene.getX(), scene.getY());
        }

        @Override
        public void refused(String reason) {
            hooks.refused(reason);
        }

        @Override
        public void said(String words) {
            hooks.said(words);
        }

        @Override
        public void guided(String words) {
            hooks.guided(words);
        }
    }
}
