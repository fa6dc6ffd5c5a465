/**
 * Seeing a run without touching it: samples of what goes along its links.
 */
@NullMarked
package io.myelin.engine.watch;

import org.jspecify.annotations.NullMarked;
