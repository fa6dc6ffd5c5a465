/** What may travel along a wire. */
@NullMarked
package io.myelin.engine.message;

import org.jspecify.annotations.NullMarked;
