/** Standard input and standard output. */
@NullMarked
package io.myelin.palette.console;

import org.jspecify.annotations.NullMarked;
