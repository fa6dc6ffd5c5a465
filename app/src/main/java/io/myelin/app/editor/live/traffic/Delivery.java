package io.myelin.app.editor.live.traffic;

/**
 * A message that was seen on a link.
 *
 * @param message the very object
 * @param sequence its number on the link, from 1
 * @param nanos when it was delivered, by {@link System#nanoTime}
 */
public record Delivery(Object message, long sequence, long nanos) {}
