/**
 * The {@code myelin} command line: one thin class a command, and what they share (standard streams, secrets, reports).
 * Nothing here knows JavaFX.
 */
@NullMarked
package io.myelin.app.command;

import org.jspecify.annotations.NullMarked;
