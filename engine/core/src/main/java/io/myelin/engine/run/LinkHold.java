package io.myelin.engine.run;

/** What a {@link LinkGate} on a link of a run is worked by; any thread. Closing it takes the gate away. */
public interface LinkHold extends AutoCloseable {
    /** Has the gate asked again for the message that it holds, where it holds one. */
    void lookAgain();

    @Override
    void close();
}
