/**
 * A Java machine beside the engine's own: its command line, its start and its end, and the frames that go through its
 * pipes. What the frames say is the business of whoever starts it.
 */
@NullMarked
package io.myelin.engine.process;

import org.jspecify.annotations.NullMarked;
