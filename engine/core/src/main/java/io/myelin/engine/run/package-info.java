/** A graph at work. */
@NullMarked
package io.myelin.engine.run;

import org.jspecify.annotations.NullMarked;
