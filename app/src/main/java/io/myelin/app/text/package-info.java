/** The words that people read, in their language. Knows nothing of the editor and no toolkit. */
@NullMarked
package io.myelin.app.text;

import org.jspecify.annotations.NullMarked;
