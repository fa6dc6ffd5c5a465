/** Our own engine as a contender: graphs through its public door. */
@NullMarked
package io.myelin.bench.myelin;

import org.jspecify.annotations.NullMarked;
