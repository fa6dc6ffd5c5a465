package io.myelin.engine.component;

/**
 * A part of a graph that a component runs under itself: made by {@link ComponentContext#child}, linked by the methods
 * here, started once. All belongs to the current thread of the component that made it.
 *
 * <p>While it runs, its maker does not finish by itself. When it has ended, its links are taken away, and its maker is
 * told by a callback; nothing of it is left in the run but what it published and how it failed. When its maker ends, it
 * is stopped.
 *
 * <p>Each method that takes the name of a box throws IllegalArgumentException, naming those there are, where there is
 * none, and where the link is there already.
 */
public interface Child {
    /** Where it stands: the name given to it, behind the path of its maker. */
    String path();

    /**
     * Links the maker's outbox {@code ownOutbox} to the child's {@code inbox}. An outbox that serves one child only is
     * best made for it: {@link ComponentContext#addOutbox}.
     */
    void linkIn(String ownOutbox, String inbox);

    /** Links the child's {@code outbox} to the maker's inbox {@code ownInbox}. */
    void linkOut(String outbox, String ownInbox);

    /**
     * Lets the child have what comes in on the maker's inbox {@code ownInbox}: first what waits there, then whatever
     * comes, with nobody between; the maker gets nothing of it until the child has ended. The end of the stream is the
     * child's as well.
     */
    void passIn(String ownInbox, String inbox);

    /** Sends what leaves the child by {@code outbox} along the links of the maker's outbox {@code ownOutbox}. */
    void passOut(String outbox, String ownOutbox);

    /** Starts it; more calls do nothing. */
    void start();

    /** Says that nothing more will come in: each of its inboxes is at its end once what waits there is done. */
    void finish();

    /** Ends it promptly: each of its components gets a hard stop. */
    void stop();

    /** Whether all its components have ended. */
    boolean hasEnded();
}
