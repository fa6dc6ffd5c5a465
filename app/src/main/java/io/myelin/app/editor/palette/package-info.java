/** The panel of components at hand: finding one and placing it. */
@NullMarked
package io.myelin.app.editor.palette;

import org.jspecify.annotations.NullMarked;
