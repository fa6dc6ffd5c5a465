/**
 * The words that people read, in their language. Knows nothing of the editor and no toolkit. One more language is a
 * constant of {@link io.myelin.app.text.Language}, a {@code texts_xx.properties} beside each {@code texts.properties} of
 * this module, and one in the palette for what components say of themselves. Messages of the engine, the log, and the
 * commands without a window are English.
 */
@NullMarked
package io.myelin.app.text;

import org.jspecify.annotations.NullMarked;
