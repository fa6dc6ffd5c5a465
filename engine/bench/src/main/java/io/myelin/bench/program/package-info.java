/**
 * Whole programs over large files, as a user would run them: {@code myelin run} beside the plain loop that one would write
 * by hand with the same parsers, and beside the tools of the system.
 */
@NullMarked
package io.myelin.bench.program;

import org.jspecify.annotations.NullMarked;
