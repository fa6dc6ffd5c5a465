package io.myelin.engine.watch.recording;

/**
 * Something from outside that waits to be let in.
 *
 * @param kind what
 * @param component the number of the component it comes to, or 0
 * @param number what is noted of numbers
 * @param text what is noted of text
 * @param effect what it does, by the driver between two steps
 */
record Arrival(EventKind kind, int component, long number, String text, Runnable effect) {}
