package io.myelin.engine.component;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a running component has of the world: its boxes, time, and the way to end. All but {@link #execute} and what
 * {@link #expect} returns belongs to the component's current thread.
 */
public interface ComponentContext {
    /** Where the component stands: its id, behind those of the subgraphs around it, parted by {@code /}. */
    String path();

    /** The inbox {@code inbox}. */
    default Inbox inbox() {
        return inbox("inbox");
    }

    /** One of its inboxes; throws IllegalArgumentException, naming those there are, where there is none. */
    Inbox inbox(String name);

    /** The outbox {@code outbox}. */
    default Outbox outbox() {
        return outbox("outbox");
    }

    /** One of its outboxes; throws IllegalArgumentException, naming those there are, where there is none. */
    Outbox outbox(String name);

    /** The first inbox (control first, then as declared) on which a message waits, or null. */
    @Nullable
    Inbox anyReady();

    /**
     * Adds a data inbox, to be used at once; where a box of the component has that name already, it gets another that
     * begins with it, which {@link Inbox#name} tells. Boxes are neither added nor deleted by a component in a process of
     * its own: it gets an UnsupportedOperationException.
     */
    Inbox addInbox(String name);

    /** Adds a data outbox, to be used at once; named as with {@link #addInbox}. */
    Outbox addOutbox(String name);

    /**
     * Takes away a data inbox and the links to it. How many messages waited there is returned, and counted with what the
     * component skipped. Throws IllegalArgumentException, naming those there are, where there is none.
     */
    int deleteInbox(String name);

    /** Takes away a data outbox and its links. Throws as {@link #deleteInbox} does. */
    void deleteOutbox(String name);

    /**
     * Makes {@code fragment} ready to run under this component; it is then linked and started by what is returned.
     * {@code whenEnded} is called once, as a callback of the component, when all of it has ended. Throws
     * IllegalArgumentException where a child called {@code name} has not ended yet,
     * {@link ComponentStoppedException} where the run is being stopped, and UnsupportedOperationException in a process of
     * its own.
     */
    Child child(String name, Fragment fragment, Consumer<? super ChildEnd> whenEnded);

    /**
     * Waits until a message waits on any inbox, or one comes to its end, or {@code atMost} has passed; then as
     * {@link #anyReady()}. For sequential components, else IllegalStateException.
     */
    @Nullable
    Inbox awaitAny(Duration atMost);

    /**
     * Ends the component after the current callback, once all that it sent has been delivered; timers are dropped and
     * what still waits on its inboxes is counted as unread.
     */
    void finish();

    /** Runs {@code task} once, {@code delay} from now, as a callback of the component. */
    Timer schedule(Duration delay, Runnable task);

    /** Runs {@code task} soon, as a callback of the component. Any thread may call this. */
    void execute(Runnable task);

    /**
     * Says that something is to come from outside the graph (an answer, a file's growth), in a few words for people.
     * The component does not finish, and the run is not held to be stuck, until it is done.
     */
    OutsideWork expect(String what);

    /** The time of day; virtual under the deterministic scheduler. */
    Instant now();

    /** Nanoseconds from an arbitrary start, for measuring; virtual under the deterministic scheduler. */
    long nanoTime();

    /** The run's standard input and output. */
    Console console();

    /**
     * Says something that people should know and that is no failure, in a sentence: it is shown with the end of the run.
     * For what happens once or twice.
     */
    void notice(String sentence);

    /** Says how far a source has come: bytes done of all bytes, {@code total} below 0 where unknown. Cheap. */
    void progress(long done, long total);

    /** Shows an immutable snapshot of the component's content to whoever watches; replaces the one before. Cheap. */
    void publish(Object content);

    /** Whether somebody watches what is {@linkplain #publish published}; false when headless. */
    boolean isWatched();
}
