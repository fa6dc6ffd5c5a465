package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.component.BoxDeclaration;
import java.util.List;

/**
 * What a component of a graph shows of itself, wherever it is drawn.
 *
 * @param kind what it is made of
 * @param title what people see
 * @param detail its type's id, with its most telling setting where one is given
 * @param summary one line about its type, or empty
 * @param family the part of the type's id before the first dot
 * @param icon an Ikonli icon literal, or empty: the family's
 * @param inlets its data inboxes
 * @param outlets its data outboxes
 * @param showsContent whether it shows what comes in on its own surface
 */
public record ComponentFace(
        Kind kind,
        String title,
        String detail,
        String summary,
        String family,
        String icon,
        List<BoxDeclaration> inlets,
        List<BoxDeclaration> outlets,
        boolean showsContent) {
    /** Copies the lists. */
    public ComponentFace {
        inlets = List.copyOf(inlets);
        outlets = List.copyOf(outlets);
    }

    /** What a component is made of. */
    public enum Kind {
        /** A type at hand. */
        KNOWN,
        /** A graph. */
        SUBGRAPH,
        /** A type that is not at hand: drawn as a ghost, its boxes being those that links name. */
        UNKNOWN
    }
}
