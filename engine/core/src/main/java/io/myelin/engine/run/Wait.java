package io.myelin.engine.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One thing that a component waits for. */
public sealed interface Wait {
    /** What follows on "it waits …" in a sentence for people. */
    String phrase();

    /** Whether it can only come from outside the graph, or by itself in time. */
    default boolean isForOutside() {
        return false;
    }

    /**
     * Room for what it has sent.
     *
     * @param component whose inbox is full
     * @param inbox the inbox
     * @param depth messages waiting there
     * @param capacity messages it may hold
     */
    record ForRoom(String component, String inbox, int depth, int capacity) implements Wait {
        @Override
        public String phrase() {
            return "for room in the inbox " + component + "." + inbox + ", which holds " + depth + " of " + capacity
                    + " messages";
        }
    }

    /**
     * A message.
     *
     * @param inbox its inbox
     * @param from the outboxes that feed it and have not finished, as {@code component.outbox}, sorted; not empty
     */
    record ForMessage(String inbox, List<String> from) implements Wait {
        /** Copies the list. */
        public ForMessage {
            from = List.copyOf(from);
        }

        @Override
        public String phrase() {
            return "for a message on " + inbox + " from " + String.join(", ", from);
        }
    }

    /**
     * Messages that nobody can send.
     *
     * @param inboxes its inboxes, none of which anything is linked to; not empty
     */
    record ForNobody(List<String> inboxes) implements Wait {
        /** Copies the list. */
        public ForNobody {
            inboxes = List.copyOf(inboxes);
        }

        @Override
        public String phrase() {
            return "for messages, but nothing is linked to its " + String.join(", ", inboxes) + ": it can never end";
        }
    }

    /**
     * A timer of its own.
     *
     * @param left how long until it is due, zero and up
     */
    record ForTimer(Duration left) implements Wait {
        @Override
        public String phrase() {
            return String.format(Locale.ROOT, "for a timer due in %.1f s", left.toMillis() / 1000.0);
        }

        @Override
        public boolean isForOutside() {
            return true;
        }
    }

    /**
     * Something outside the graph: a file, a socket, a person.
     *
     * @param what its name, as the component gave it
     */
    record ForOutside(String what) implements Wait {
        @Override
        public String phrase() {
            return "for " + what;
        }

        @Override
        public boolean isForOutside() {
            return true;
        }
    }

    /**
     * What it has sent to be let go on along a link on which somebody holds it.
     *
     * @param outbox where the link begins, as {@code component.outbox}
     * @param inbox where it ends
     */
    record AtLink(String outbox, String inbox) implements Wait {
        @Override
        public String phrase() {
            return "to go on with the message that is held at " + outbox + " → " + inbox;
        }

        @Override
        public boolean isForOutside() {
            return true;
        }
    }

    /** Being started again after a failure. */
    record ForRestart() implements Wait {
        @Override
        public String phrase() {
            return "to be started again after a failure";
        }

        @Override
        public boolean isForOutside() {
            return true;
        }
    }

    /** The run to be resumed. */
    record ForResume() implements Wait {
        @Override
        public String phrase() {
            return "for the run to be resumed";
        }

        @Override
        public boolean isForOutside() {
            return true;
        }
    }

    /** The phrases of several, joined to one. */
    static String phrase(List<Wait> waits) {
        return waits.stream().map(Wait::phrase).collect(Collectors.joining(" or "));
    }
}
