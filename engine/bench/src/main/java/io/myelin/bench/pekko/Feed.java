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
    private final int eachStandsFor;
    private List<ActorRef<Object>> to = List.of();
    private long sent;
    private long credit;

    /** Whom it sends to. */
    record To(List<ActorRef<Object>> receivers) {}

    /** An acknowledgement stands for 512 messages. */
    Feed(long messages, long window) {
        this(messages, window, EVERY);
    }

    /** An acknowledgement stands for as many of its own messages as said. */
    Feed(long messages, long window, int eachStandsFor) {
        this.messages = messages;
        this.eachStandsFor = eachStandsFor;
        this.sent = messages;
        this.credit = window;
    }

    Behavior<Object> behavior() {
        return Behaviors.receiveMessage(message -> {
            if (message instanceof To found) {
                to = found.receivers();
            } else if (message == Signal.BEGIN) {
                sent = 0;
            } else {
                // It may come before the round begins: credit goes on from round to round.
                credit += eachStandsFor;
            }
            send();
            return Behaviors.same();
        });
    }

    private void send() {
        while (sent < messages && credit > 0) {
            credit--;
            Object message = Cargo.message(sent++);
            for (ActorRef<Object> receiver : to) {
                receiver.tell(message);
            }
        }
    }
}
