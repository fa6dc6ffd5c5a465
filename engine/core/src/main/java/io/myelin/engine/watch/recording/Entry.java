package io.myelin.engine.watch.recording;

/** One thing that a recording says, in the order in which it happened. */
sealed interface Entry {
    /**
     * A message was delivered.
     *
     * @param link the number of the link, in the order of the head
     * @param sequence which one on its link, from 1
     * @param message the message
     */
    record Delivery(int link, long sequence, StoredMessage message) implements Entry {}

    /**
     * An outside component did something.
     *
     * @param component the number of the component, in the order of the head
     * @param kind what
     * @param number what it needs of numbers, else 0
     * @param text what it needs of text, else empty
     * @param message what it needs of messages, else none
     */
    record Call(int component, CallKind kind, long number, String text, StoredMessage message) implements Entry {}

    /**
     * Something came from outside.
     *
     * @param kind what
     * @param step how many steps had been made by then
     * @param component the number of the component it came to, or 0
     * @param number what it needs of numbers, else 0
     * @param text what it needs of text, else empty
     */
    record Event(EventKind kind, long step, int component, long number, String text) implements Entry {}

    /**
     * A block ends.
     *
     * @param chain the hash over all deliveries so far
     */
    record BlockEnd(byte[] chain) implements Entry {}
}
