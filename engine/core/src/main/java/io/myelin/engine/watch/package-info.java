/** Seeing a run without touching it. */
@NullMarked
package io.myelin.engine.watch;

import org.jspecify.annotations.NullMarked;
