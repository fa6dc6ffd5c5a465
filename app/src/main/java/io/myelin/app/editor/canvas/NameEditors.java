package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.BorderBox;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.CanvasInteraction;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.PublicBoxEdits;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.PublicBox;
import java.util.Optional;
import java.util.function.Consumer;

/** The fields in which things are written where they stand: titles of components and groups, labels of links, notes. */
final class NameEditors {
    private static final Texts TEXTS = Texts.of(NameEditors.class);

    private static final double LABEL_WIDTH = 160;
    private static final double LABEL_HEIGHT = 28;

    private final Document document;
    private final CanvasGeometry geometry;
    private final CanvasInteraction interaction;
    private final Consumer<String> refused;
    private final TitleEditor titles;
    private final NoteEditor notes;

    /** {@code refused} is told why a name can't be given. */
    NameEditors(
            Document document,
            CanvasGeometry geometry,
            CanvasInteraction interaction,
            CanvasPane pane,
            Consumer<String> refused) {
        this.refused = refused;
        this.document = document;
        this.geometry = geometry;
        this.interaction = interaction;
        this.titles = new TitleEditor(pane::requestFocus);
        this.notes = new NoteEditor(interaction.operations()::writeNote, pane::requestFocus);
        pane.addOverlay(titles);
        pane.addOverlay(notes);
    }

    /** The world moved under the fields: what is being written ends. */
    void close() {
        titles.close();
        notes.close();
    }

    void renameComponent(String id) {
        geometry.component(id).ifPresent(this::rename);
    }

    private void rename(ComponentShape shape) {
        double zoom = interaction.viewport().zoom();
        Bounds place = interaction.viewport().toScreen(shape.bounds());
        titles.open(
                shape.face().title(),
                new Bounds(place.x() + 40 * zoom, place.y() + 4 * zoom, place.width() - 44 * zoom, 28 * zoom),
                title -> keep(shape.id(), title));
    }

    private void keep(String id, String title) {
        GraphComponent component = document.graph().components().get(id);
        if (component == null) {
            return;
        }
        String own = document.catalog()
                .find(component.type())
                .map(ComponentType::title)
                .orElse("");
        String wanted = title.equals(own) ? "" : title;
        if (!wanted.equals(component.title())) {
            document.perform(
                    TEXTS.get("step.rename", id), new GraphEdit.ChangeComponent(id, component.withTitle(wanted)));
        }
    }

    void writeNote(String name) {
        geometry.layout().note(name).ifPresent(this::write);
    }

    private void write(NoteShape shape) {
        notes.open(shape.name(), shape.note().text(), interaction.viewport().toScreen(shape.bounds()));
    }

    void titleGroup(String name) {
        geometry.layout().group(name).ifPresent(this::title);
    }

    private void title(GroupShape shape) {
        titles.open(
                shape.group().title(),
                interaction.viewport().toScreen(shape.title()),
                title -> interaction.operations().titleGroup(shape.name(), title));
    }

    void labelLink(LinkReference link) {
        Optional<BorderBox> border =
                link.publicBox().flatMap(box -> geometry.border().box(box));
        border.ifPresentOrElse(this::nameBox, () -> writeLabel(link));
    }

    private void nameBox(BorderBox shape) {
        PublicBoxEdits edits = new PublicBoxEdits(document);
        titles.open(shape.box().name(), interaction.viewport().toScreen(shape.tag()), name -> {
            edits.refusal(shape.box(), name).ifPresent(refused);
            edits.rename(shape.box(), name);
            selectBox(new PublicBox(shape.box().kind(), name));
        });
    }

    private void selectBox(PublicBox box) {
        Optional.ofNullable(box.kind().of(document.graph()).get(box.name()))
                .ifPresent(inner -> document.selection().select(LinkReference.of(box, inner)));
    }

    private void writeLabel(LinkReference link) {
        geometry.link(link).ifPresent(shape -> {
            Point middle = interaction.viewport().toScreen(shape.labelPlace());
            titles.open(
                    shape.label(),
                    new Bounds(middle.x() - LABEL_WIDTH / 2, middle.y() - LABEL_HEIGHT / 2, LABEL_WIDTH, LABEL_HEIGHT),
                    label -> interaction.operations().label(link, label));
        });
    }
}
