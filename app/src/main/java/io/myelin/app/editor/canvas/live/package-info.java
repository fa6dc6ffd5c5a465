/**
 * What the canvas shows of a run, and how tokens travel. Whoever samples a run implements
 * {@link io.myelin.app.editor.canvas.live.LiveView}.
 */
@NullMarked
package io.myelin.app.editor.canvas.live;

import org.jspecify.annotations.NullMarked;
