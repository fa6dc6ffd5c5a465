/** What can't be had as the time of a round: latency, memory, and the processor's time while nothing happens. */
@NullMarked
package io.myelin.bench.probe;

import org.jspecify.annotations.NullMarked;
