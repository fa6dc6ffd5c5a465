/** A bare pipe to a child JVM and back as a contender: what a component in a process of its own can cost at the least. */
@NullMarked
package io.myelin.bench.pipe;

import org.jspecify.annotations.NullMarked;
