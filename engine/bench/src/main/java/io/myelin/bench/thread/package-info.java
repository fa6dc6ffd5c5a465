/** Contenders made of threads and queues: virtual threads, JCTools, the Disruptor, and direct calls as the limit. */
@NullMarked
package io.myelin.bench.thread;

import org.jspecify.annotations.NullMarked;
