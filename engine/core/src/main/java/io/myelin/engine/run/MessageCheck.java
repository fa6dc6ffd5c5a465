package io.myelin.engine.run;

import io.myelin.engine.message.ImmutableMessages;
import java.util.Optional;

/** What strict mode looks for in a message that is about to be sent: that nobody can change it afterwards. */
@FunctionalInterface
interface MessageCheck {
    /** Throws IllegalArgumentException, naming class and box, for a message that can be changed. */
    void check(WiredOutbox outbox, Object message);

    /** The check that {@code options} ask for, if any. */
    static Optional<MessageCheck> with(RunOptions options) {
        boolean strict = options.strict() || Boolean.getBoolean("myelin.strict");
        return strict ? Optional.of(MessageCheck::refuseMutable) : Optional.empty();
    }

    private static void refuseMutable(WiredOutbox outbox, Object message) {
        Optional<String> flaw = ImmutableMessages.flaw(message);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException(
                    "The outbox " + outbox + " refuses a message that is not immutable: " + flaw.get() + ".");
        }
    }
}
