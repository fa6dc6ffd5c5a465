package io.myelin.app.editor.palette;

import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.Subgraph;
import java.util.Optional;

/** A row of the palette. */
sealed interface PaletteRow {
    /** The heading of a family. */
    record Family(String family) implements PaletteRow {}

    /** A component at hand. */
    record Component(ComponentType type) implements PaletteRow {
        @Override
        public Optional<Placeable> placeable() {
            return Optional.of(new Placeable(type.id(), type.title()));
        }
    }

    /** A graph of the user's library. */
    record OwnGraph(LibraryGraph graph) implements PaletteRow {
        @Override
        public Optional<Placeable> placeable() {
            return Optional.of(new Placeable(Subgraph.TYPE + graph.file(), graph.title()));
        }
    }

    /** What of it can be placed on the canvas; empty for a heading. */
    default Optional<Placeable> placeable() {
        return Optional.empty();
    }

    /**
     * What can be placed.
     *
     * @param type the type of the component that is made
     * @param title what people see while it is carried
     */
    record Placeable(String type, String title) {}
}
