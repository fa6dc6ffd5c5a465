/** The command line. */
@NullMarked
package io.myelin.app;

import org.jspecify.annotations.NullMarked;
