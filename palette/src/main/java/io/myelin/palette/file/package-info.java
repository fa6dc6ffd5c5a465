/** Files as sources and as sinks. */
@NullMarked
package io.myelin.palette.file;

import org.jspecify.annotations.NullMarked;
