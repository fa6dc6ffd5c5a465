/** The components that people drag. */
@NullMarked
package io.myelin.palette;

import org.jspecify.annotations.NullMarked;
