package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes one component of a document. */
final class ComponentEdits {
    private final Document document;
    private final String id;

    ComponentEdits(Document document, String id) {
        this.document = document;
        this.id = id;
    }

    /** The component as it is now; empty where it is gone. */
    Optional<GraphComponent> component() {
        return Optional.ofNullable(document.graph().components().get(id));
    }

    /** Its id. */
    String id() {
        return id;
    }

    /** The document it is in. */
    Document document() {
        return document;
    }

    /** Changes it; changes in a row of the same {@code field} are one step, but for an empty one. */
    void change(String name, String field, UnaryOperator<GraphComponent> change) {
        component().ifPresent(before -> {
            GraphComponent after = change.apply(before);
            if (!after.equals(before)) {
                String mergeKey = field.isEmpty() ? "" : "component " + id + " " + field;
                document.perform(name, new GraphEdit.ChangeComponent(id, after), mergeKey);
            }
        });
    }
}
