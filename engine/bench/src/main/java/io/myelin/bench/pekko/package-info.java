/** Apache Pekko as a contender: typed actors and streams. */
@NullMarked
package io.myelin.bench.pekko;

import org.jspecify.annotations.NullMarked;
