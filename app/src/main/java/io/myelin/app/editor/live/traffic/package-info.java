/** Figures and messages sampled from a run, without holding it up. */
@NullMarked
package io.myelin.app.editor.live.traffic;

import org.jspecify.annotations.NullMarked;
