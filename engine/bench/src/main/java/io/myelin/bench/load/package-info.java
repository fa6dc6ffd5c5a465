/** What every contender does and how it is seen to have done it: the same messages, counted on arrival. */
@NullMarked
package io.myelin.bench.load;

import org.jspecify.annotations.NullMarked;
