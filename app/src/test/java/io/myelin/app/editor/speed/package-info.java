/** How fast the editor is, beside bare references in the same run. Started by a command of its own, never by the tests. */
package io.myelin.app.editor.speed;
