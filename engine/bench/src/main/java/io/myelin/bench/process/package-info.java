/** A link to a child process and back, beside a bare pipe. */
@NullMarked
package io.myelin.bench.process;

import org.jspecify.annotations.NullMarked;
