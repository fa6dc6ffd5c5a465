package io.myelin.engine.component;

/**
 * The sequential style: a main method with blocking boxes. It runs as a tasklet, a thread or a process.
 *
 * <p>{@link Inbox#receive} waits for a message and gives null at the end of the stream; {@link Outbox#send} waits for
 * room. At a hard stop, and when every linked data outbox has been closed from the other side, both throw
 * {@link ComponentStoppedException}, and the thread is interrupted if it is blocked elsewhere: let it pass.
 */
public non-sealed interface SequentialComponent extends Component {
    /** The component's life; it finishes when this returns. */
    void main(ComponentContext context) throws Exception;
}
