/** Measurements of the engine and of its peers. */
@NullMarked
package io.myelin.bench;

import org.jspecify.annotations.NullMarked;
