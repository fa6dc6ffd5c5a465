package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Button;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Kind;
import io.myelin.app.editor.canvas.route.WireRouter;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands on a canvas without a window: every letter is seven units wide, and what is asked of the host is kept. */
final class Hands implements CanvasHost {
    static final Modifiers SHIFT = new Modifiers(true, false, false);
    static final Modifiers CONTROL = new Modifiers(false, true, false);
    static final Modifiers ALT = new Modifiers(false, false, true);

    final Document document;
    final CanvasGeometry geometry;
    final CanvasInteraction interaction;
    final List<QuickAddRequest> offered = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    final List<LinkReference> clicked = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    private String guide = "";
    Modifiers modifiers = Modifiers.NONE;

    Hands(Graph graph) {
        this(new Document(ComponentCatalog.installed(), graph, Optional.empty()));
    }

    Hands(Document document) {
        this.document = document;
        geometry = freshGeometry();
        interaction = new CanvasInteraction(document, geometry, this);
        document.onChange(_ -> {
            // As the canvas does: graphs around this one may have become others.
            if (!document.around().isEmpty()) {
                geometry.forgetGraphs();
            }
            interaction.documentChanged();
        });
        interaction.documentChanged();
        interaction.show(new Viewport(0, 0, 1, 1200, 800));
    }

    /** A geometry that has not seen any graph yet. */
    CanvasGeometry freshGeometry() {
        CanvasGeometry fresh = new CanvasGeometry(
                new ComponentFaces(document.catalog(), Path.of("/data"), _ -> Optional.empty(), document::around),
                Hands::width,
                new WireRouter());
        if (!document.path().isEmpty()) {
            fresh.showBorder();
        }
        return fresh;
    }

    private static double width(String text, TextStyle style) {
        return 7.0 * text.length();
    }

    Hands with(Modifiers held) {
        modifiers = held;
        return this;
    }

    Hands press(Button button, Point at) {
        return pointer(Kind.PRESSED, button, at, 1);
    }

    Hands dragTo(Point at) {
        return pointer(Kind.DRAGGED, Button.PRIMARY, at, 1);
    }

    Hands release(Point at) {
        return pointer(Kind.RELEASED, Button.PRIMARY, at, 1);
    }

    Hands moveTo(Point at) {
        return pointer(Kind.MOVED, Button.NONE, at, 0);
    }

    Hands drag(Point from, Point to) {
        press(Button.PRIMARY, from);
        dragTo(from.plus((to.x() - from.x()) / 2, (to.y() - from.y()) / 2));
        dragTo(to);
        return release(to);
    }

    Hands click(Point at) {
        press(Button.PRIMARY, at);
        return release(at);
    }

    Hands doubleClick(Point at) {
        click(at);
        pointer(Kind.PRESSED, Button.PRIMARY, at, 2);
        return pointer(Kind.RELEASED, Button.PRIMARY, at, 2);
    }

    Hands pointer(Kind kind, Button button, Point at, int clicks) {
        interaction.pointer(new PointerEvent(kind, at, button, clicks, modifiers));
        return this;
    }

    boolean key(KeyEvent.Key key) {
        return interaction.key(new KeyEvent(key, true, modifiers));
    }

    /** The middle of a component on the screen. */
    Point middle(String id) {
        return interaction
                .viewport()
                .toScreen(geometry.component(id).orElseThrow().bounds().centre());
    }

    /** A place on a component that is on no socket. */
    Point title(String id) {
        var bounds = geometry.component(id).orElseThrow().bounds();
        return interaction.viewport().toScreen(new Point(bounds.x() + 60, bounds.y() + 12));
    }

    /** A socket on the screen. */
    Point socket(String box) {
        var reference = io.myelin.app.editor.canvas.SampleGraphs.box(box);
        var shape = geometry.component(reference.component()).orElseThrow();
        return interaction
                .viewport()
                .toScreen(shape.boxes()
                        .filter(one -> one.reference().equals(reference))
                        .findFirst()
                        .orElseThrow()
                        .centre());
    }

    /** The middle of a link on the screen. */
    Point wire(String from, String to) {
        return interaction
                .viewport()
                .toScreen(geometry.link(link(from, to)).orElseThrow().path().at(0.5));
    }

    static LinkReference link(String from, String to) {
        return new LinkReference(
                io.myelin.app.editor.canvas.SampleGraphs.box(from), io.myelin.app.editor.canvas.SampleGraphs.box(to));
    }

    List<String> links() {
        return document.graph().links().stream().map(Object::toString).toList();
    }

    Point place(String id) {
        var place = document.graph().layout().components().get(id);
        return new Point(place.x(), place.y());
    }

    @Override
    public void viewportChanged(Viewport viewport) {}

    @Override
    public void shapesChanged() {}

    @Override
    public void feedbackChanged(Feedback feedback) {}

    @Override
    public void offerComponents(QuickAddRequest request) {
        offered.add(request);
    }

    @Override
    public void componentOpened(String id) {
        opened.add(id);
    }

    @Override
    public void noteOpened(String name) {
        written.add("note " + name);
    }

    @Override
    public void groupOpened(String name) {
        written.add("group " + name);
    }

    @Override
    public void linkOpened(LinkReference link) {
        written.add("link " + link);
    }

    @Override
    public void linkClicked(LinkReference link) {
        clicked.add(link);
    }

    @Override
    public void contextMenuAsked(Point screen, Hit hit) {}

    /** What the keys are said to do now. */
    String guide() {
        return guide;
    }

    @Override
    public void said(String words) {
        said.add(words);
    }

    @Override
    public void guided(String words) {
        guide = words;
    }

    @Override
    public void refused(String reason) {
        refusals.add(reason);
    }
}
