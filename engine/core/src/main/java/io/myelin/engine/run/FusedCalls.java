package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.List;

/**
 * The components that one worker's current activation may call directly: a message for one of them does not wait in its
 * inbox, but is given to it on the sender's stack, in its turn and counted as ever. Each joins at its first message,
 * once it is known to be quick and to have nothing else to do, and is settled when the activation is over. The worker's
 * own thread alone uses it.
 *
 * <p>Order and bounds hold since a message is handed over directly only while none waits; since all of them are pinned to
 * the worker that is busy with the sender, nobody else can run them meanwhile; and since one that is being called is not
 * open to another call, a circle ends in an inbox.
 */
final class FusedCalls {
    private final List<DirectReceiver> joined = new ArrayList<>();

    private boolean foundOneBusy;

    void add(DirectReceiver driver) {
        joined.add(driver);
    }

    /** One that might have been called directly has messages waiting. */
    void hasFoundOneBusy() {
        foundOneBusy = true;
    }

    /** Whether somebody should first be given the time to handle what waits, so as to be called directly then. */
    boolean foundOneBusy() {
        return foundOneBusy;
    }

    /** The activation is over: each is as it would be after one of its own, or is woken for what there is to do. */
    void settle() {
        foundOneBusy = false;
        if (joined.isEmpty()) {
            return;
        }
        for (DirectReceiver driver : joined) {
            driver.settle();
        }
        joined.clear();
    }

    /** Calls take long: those who joined have to show anew that they are quick, each by itself. */
    void distrust() {
        for (DirectReceiver driver : joined) {
            driver.distrust();
        }
    }
}
