/** Rows of the table whose entries are loads: what there is to measure, before anything is. */
@NullMarked
package io.myelin.bench.row;

import org.jspecify.annotations.NullMarked;
