package io.myelin.app.editor.palette;

import io.myelin.engine.component.ComponentType;

/** A row of the palette. */
sealed interface PaletteRow {
    /** The heading of a family. */
    record Family(String family) implements PaletteRow {}

    /** A component at hand. */
    record Component(ComponentType type) implements PaletteRow {}
}
