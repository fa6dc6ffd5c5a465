package io.myelin.app.editor.canvas.live;

import io.myelin.app.editor.document.LinkReference;

/**
 * A message that set out along a link.
 *
 * @param link which link
 * @param sequence its number on the link, from 1
 * @param nanos when, by {@link System#nanoTime}
 * @param preview its value in short, for people
 */
public record TokenBirth(LinkReference link, long sequence, long nanos, String preview) {}
