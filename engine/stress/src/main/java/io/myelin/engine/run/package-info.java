/** jcstress tests of what the engine's threads hand to each other; in the engine's package to reach its insides. */
@NullMarked
package io.myelin.engine.run;

import org.jspecify.annotations.NullMarked;
