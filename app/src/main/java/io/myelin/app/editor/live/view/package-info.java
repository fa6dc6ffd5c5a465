/** Draws what view components publish, on the canvas and in panels. */
@NullMarked
package io.myelin.app.editor.live.view;

import org.jspecify.annotations.NullMarked;
