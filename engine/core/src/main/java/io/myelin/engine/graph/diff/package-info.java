/**
 * Two versions of a graph compared, and two made one: by what they mean, whatever order their text is in, and with a
 * component that has another id known again.
 */
@NullMarked
package io.myelin.engine.graph.diff;

import org.jspecify.annotations.NullMarked;
