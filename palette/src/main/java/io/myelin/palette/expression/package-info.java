/**
 * JSONata expressions as settings: checked when read, bounded when evaluated, exact with what they only pass on.
 */
@NullMarked
package io.myelin.palette.expression;

import org.jspecify.annotations.NullMarked;
