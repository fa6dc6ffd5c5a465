/** All that the author of a component sees. */
@NullMarked
package io.myelin.engine.component;

import org.jspecify.annotations.NullMarked;
