/** What makes the editor usable by keys alone and with assistive technology. */
@NullMarked
package io.myelin.app.editor.access;

import org.jspecify.annotations.NullMarked;
