/**
 * Pictures of graphs for files: drawn from the canvas's geometry, as the canvas looks, without a window and without
 * JavaFX.
 */
@NullMarked
package io.myelin.app.picture;

import org.jspecify.annotations.NullMarked;
