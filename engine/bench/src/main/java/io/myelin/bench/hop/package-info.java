/** What a hop costs: the rows of the table and the benchmark that measures each of their entries. */
@NullMarked
package io.myelin.bench.hop;

import org.jspecify.annotations.NullMarked;
