package io.myelin.engine.run;

/**
 * What a run and the child process of a component say to each other, an entry each: one of these bytes and what belongs
 * to it. Boxes are named by their place among the data boxes, {@code signal} by the place behind the last. Messages and
 * what is said about them stand in the order in which the component did things, so that whatever has come through before
 * a child dies is a state in which the component once was.
 *
 * <p>That no message is lost, and none waits for ever, rests on this:
 *
 * <ul>
 *   <li><b>Kept.</b> A message given stands in the run's {@link ProcessLane} until it is known to be taken, and {@link #TAKEN}
 *       never comes before what the component sent until then.
 *   <li><b>Under way.</b> What was said is in one place at a time: with who says it while more is sure to follow at once,
 *       with the sender, which lets it linger for a bounded time, or in a pipe, which keeps frames whole and in order and is
 *       always being read. Each end hears all that came through before it hears that the other has ended.
 *   <li><b>Room.</b> The run gives no more than the window; the child sends no more than it has credit for, and all that it
 *       sent comes to be delivered, which gives back credit from half a window on. So who waits for credit gets some.
 *   <li><b>Rest.</b> As long as the run does not know better it takes the child to be at work, and so itself not to be
 *       stuck. It knows better by a {@link #QUIET} that counts all that it has said: all of that was heard, and then, at one
 *       instant, neither of the child's threads could move without more being said. What the component had sent by then
 *       stands before it. Whoever says it is therefore to have looked at the count within a rest that it has seen both ends
 *       of ({@link AwakeThreads#seenAtRest}): one who has only been the last to come to rest may count what was heard since,
 *       by a thread that is about to wake the component for it. When it was not such a rest somebody has been set going,
 *       who looks in turn; so the last rest is always said.
 * </ul>
 */
final class ProcessEntry {
    // ---- From the run to the child

    /** A record that says what to run; the first entry. */
    static final int START = 1;
    /** Inbox, message. */
    static final int GIVE = 2;
    /** Inbox: its stream has ended; 1 where it was cut off, else 0. */
    static final int END = 3;
    /** A message for {@code control}. */
    static final int CONTROL = 4;
    /** Outbox, count: so many more messages may come. */
    static final int CREDIT = 5;
    /** The state of each outbox, {@code signal} too, then of each data inbox: one of those below. */
    static final int LINKS = 6;
    /** End now. */
    static final int STOP = 7;
    /** What failed last is skipped. */
    static final int GO_ON = 8;
    /** Hold everything. */
    static final int PAUSE = 9;
    /** Go on after that. */
    static final int RESUME = 10;
    /** Whether somebody watches what is published: 1 or 0. */
    static final int WATCHED = 11;
    /** Count: so many lines have been printed. */
    static final int PRINTED = 12;
    /** A text: why nothing can be printed any more. */
    static final int PRINT_FAILED = 13;
    /** A text: the line of input that was asked for. */
    static final int LINE = 14;
    /** There is no more input; a text says why, where it is not simply at its end. */
    static final int NO_LINE = 15;

    // ---- From the child to the run

    /** Outbox, message. */
    static final int SENT = 32;
    /** Inbox, count: so many messages has the component taken from it since the child began. */
    static final int TAKEN = 33;
    /** The component is through with all that it has taken. */
    static final int DONE = 34;
    /** Count of the entries heard so far: after them the component rests, and only another can change that. */
    static final int QUIET = 35;
    /** A record that says what failed; the component waits for {@link #GO_ON}. */
    static final int FAILED = 36;
    /** Done, total: signed. */
    static final int PROGRESS = 37;
    /** A message: what it has published last. */
    static final int PUBLISHED = 38;
    /** Outbox, count: so many more messages have been sent to an outbox that nothing is linked to. */
    static final int UNLINKED = 39;
    /** A text: a line to be printed. */
    static final int PRINT = 40;
    /** Bring out what was printed. */
    static final int FLUSH = 41;
    /** A line of input is wanted. */
    static final int READ = 42;
    /** The component has come to its end. */
    static final int ENDED = 43;
    /** A text: why the component can't be run at all. */
    static final int CAN_NOT_START = 44;

    /** The component is about to begin. */
    static final int READY = 45;
    /** A text: what the component says about itself. */
    static final int NOTICE = 46;

    // ---- States of a box

    static final int FREE = 0;
    static final int LINKED = 1;
    static final int CLOSED = 2;

    /** How many messages may be under way to or from the child for each box: its credit window. */
    static final int WINDOW = 1024;

    /** How many bytes of messages may be under way to the child for each inbox before it takes some. */
    static final long WINDOW_BYTES = 1 << 20;

    /** How many lines a component may have printed that have not come out yet. */
    static final int PRINT_WINDOW = 1024;

    private ProcessEntry() {}

    /** The window beside a box that holds {@code capacity} messages itself. */
    static int window(int capacity) {
        return Math.clamp(capacity, 1, WINDOW);
    }
}
