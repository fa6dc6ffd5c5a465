/** Leads links round the components that stand between their ends. No toolkit is known here. */
@NullMarked
package io.myelin.app.editor.canvas.route;

import org.jspecify.annotations.NullMarked;
