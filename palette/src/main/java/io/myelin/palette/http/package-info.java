/** Asking servers. */
@NullMarked
package io.myelin.palette.http;

import org.jspecify.annotations.NullMarked;
