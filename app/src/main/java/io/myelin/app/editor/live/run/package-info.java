/** Starting, holding and stopping the run of a document, and its standard input and output. */
@NullMarked
package io.myelin.app.editor.live.run;

import org.jspecify.annotations.NullMarked;
