/** Named actions: what the editor can do, by which key, in which menu, and the ways to find one. */
@NullMarked
package io.myelin.app.editor.action;

import org.jspecify.annotations.NullMarked;
