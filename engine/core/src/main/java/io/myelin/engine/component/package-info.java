/**
 * All that the author of a component sees: the two styles, boxes, settings, and the catalogue of types.
 */
@NullMarked
package io.myelin.engine.component;

import org.jspecify.annotations.NullMarked;
