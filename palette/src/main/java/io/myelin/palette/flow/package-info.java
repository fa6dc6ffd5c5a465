/** What happens to messages on their way, whatever they hold: batches, limits, delays. */
@NullMarked
package io.myelin.palette.flow;

import org.jspecify.annotations.NullMarked;
