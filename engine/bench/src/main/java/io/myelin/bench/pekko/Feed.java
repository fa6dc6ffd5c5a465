package io.myelin.bench.pekko;

import io.myelin.bench.load.Cargo;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** An actor that sends the cargo in each round, never more than its window ahead of what was acknowledged. */
final class Feed {
    private static final int EVERY = 512;

    private final long messages;
    private final long window;
    private final int eachStandsFor;
    private List<ActorRef<Object>> to = List.of();
    private long sent;
    private long allowed;

    /** Whom it sends to. */
    record To(List<ActorRef<Object>> receivers) {}

    /** An acknowledgement stands for 512 messages. */
    Feed(long messages, long window) {
        this(messages, window, EVERY);
    }

    /** An acknowledgement stands for as many of its own messages as said. */
    Feed(long messages, long window, int eachStandsFor) {
        this.messages = messages;
        this.window = window;
        this.eachStandsFor = eachStandsFor;
        this.sent = messages;
    }

    Behavior<Object> behavior() {
        return Behaviors.receiveMessage(message -> {
            if (message instanceof To found) {
                to = found.receivers();
            } else if (message == Signal.BEGIN) {
                sent = 0;
                allowed = window;
            } else {
                allowed += eachStandsFor;
            }
            send();
            return Behaviors.same();
        });
    }

    private void send() {
        long until = Math.min(messages, allowed);
        while (sent < until) {
            Object message = Cargo.message(sent++);
            for (ActorRef<Object> receiver : to) {
                receiver.tell(message);
            }
        }
    }
}
