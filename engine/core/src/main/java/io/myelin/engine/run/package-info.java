/**
 * A graph at work: inboxes, links, schedulers, executions, supervision, ending.
 */
@NullMarked
package io.myelin.engine.run;

import org.jspecify.annotations.NullMarked;
