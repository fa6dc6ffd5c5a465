/** What components cost at rest, and how fast very many of them start and stop. */
@NullMarked
package io.myelin.bench.footprint;

import org.jspecify.annotations.NullMarked;
