/** What people know the families of components by, and how components are found among them. No toolkit is known here. */
@NullMarked
package io.myelin.app.editor.family;

import org.jspecify.annotations.NullMarked;
