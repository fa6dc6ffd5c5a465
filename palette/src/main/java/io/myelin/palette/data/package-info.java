/**
 * Working on values: mapping, choosing, routing, counting, adding up.
 */
@NullMarked
package io.myelin.palette.data;

import org.jspecify.annotations.NullMarked;
