package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.PublicBoxEdits;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.PublicBox.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The boxes of one kind that a graph shows outside: their names, what they stand for, and their order. */
final class PublicBoxesEditor {
    private static final Texts TEXTS = Texts.of(PublicBoxesEditor.class);

    private final Document document;
    private final Kind kind;
    private final PublicBoxEdits edits;
    private final VBox rows = new VBox(6);
    private final VBox section;
    private final List<Row> entries = new ArrayList<>();
    private List<Map.Entry<String, BoxReference>> shown = List.of();

    PublicBoxesEditor(Document document, Kind kind) {
        this.document = document;
        this.kind = kind;
        this.edits = new PublicBoxEdits(document);
        rows.setId(kind == Kind.INBOX ? "public-inboxes" : "public-outboxes");
        section = new VBox(6, Sections.title(TEXTS.get(kind == Kind.INBOX ? "inboxes" : "outboxes")), rows);
        show(List.of());
        refresh();
    }

    Node node() {
        return section;
    }

    /** Shows the boxes as they are now. */
    void refresh() {
        List<Map.Entry<String, BoxReference>> now =
                List.copyOf(kind.of(document.graph()).entrySet());
        if (!now.equals(shown)) {
            show(now);
        }
    }

    private void show(List<Map.Entry<String, BoxReference>> now) {
        shown = now;
        // A graph that stands in no other has a border only when it has boxes of its own.
        boolean isOffered = !document.path().isEmpty() || !now.isEmpty();
        section.setVisible(isOffered);
        section.setManaged(isOffered);
        entries.clear();
        for (int index = 0; index < now.size(); index++) {
            entries.add(new Row(
                    new PublicBox(kind, now.get(index).getKey()), now.get(index).getValue(), index, now.size()));
        }
        if (entries.isEmpty()) {
            rows.getChildren()
                    .setAll(FieldLabels.help(TEXTS.get(kind == Kind.INBOX ? "inboxes.none" : "outboxes.none")));
        } else {
            rows.getChildren().setAll(entries.stream().map(Row::node).toList());
        }
    }

    /** One box. */
    private final class Row {
        private final PublicBox box;
        private final CheckedField name;
        private final VBox node;

        private Row(PublicBox box, BoxReference inner, int index, int count) {
            this.box = box;
            name = new CheckedField("", text -> edits.refusal(box, text)).onCommit(text -> rename(text, inner));
            name.show(box.name());
            name.field().setId("public-" + box.name());
            name.field().setAccessibleText(TEXTS.get("box.name"));
            HBox.setHgrow(name.node(), Priority.ALWAYS);
            Hyperlink meant = new Hyperlink(inner.toString());
            meant.setOnAction(_ -> document.selection().select(inner.component()));
            Node buttons = RowButtons.of(
                    index == 0,
                    index == count - 1,
                    () -> edits.move(box, index - 1),
                    () -> edits.move(box, index + 1),
                    () -> edits.remove(Set.of(box)));
            node = new VBox(2, new HBox(4, name.node(), buttons), meant);
            node.getStyleClass().add("group");
        }

        private void rename(String text, BoxReference inner) {
            boolean isSelected = document.selection().onlyLink().equals(Optional.of(LinkReference.of(box, inner)));
            edits.rename(box, text);
            if (isSelected) {
                document.selection().select(LinkReference.of(new PublicBox(kind, text), inner));
            }
        }

        private Node node() {
            return node;
        }
    }
}
