package io.myelin.bench.pekko;

import io.myelin.bench.load.Load;
import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Round;
import io.myelin.bench.load.Work;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * The measured shapes made of typed actors. A mailbox has no bound, so whoever begins a round keeps a window: no more
 * messages are under way than our inboxes on the same way would hold, and the last actor acknowledges every 512th.
 */
public final class ActorLoads {
    private static final int INBOX = 1024;
    private static final int ACKNOWLEDGED = 512;

    private final Systems systems;

    /** In systems of one kind. */
    public ActorLoads(Systems systems) {
        this.systems = systems;
    }

    /** {@code hops} messages from actor to actor in a row. */
    public Load row(int hops, long messages) {
        return rows(1, hops, messages, false);
    }

    /** Many rows side by side. */
    public Load rows(int rows, int hops, long messages) {
        return rows(rows, hops, messages, false);
    }

    /** A row whose actors work some 200 ns on each message. */
    public Load workingRow(int hops, long messages) {
        return rows(1, hops, messages, true);
    }

    private Load rows(int rows, int hops, long messages, boolean working) {
        Round round = Round.to(rows, messages);
        return new ActorLoad(systems, round, load -> {
            for (int row = 0; row < rows; row++) {
                Feed feed = new Feed(messages, (long) INBOX * hops);
                ActorRef<Object> source = load.spawn(feed.behavior(), "feed" + row);
                ActorRef<Object> next = load.spawn(take(round.ordered(messages), List.of(source)), "take" + row);
                for (int hop = 1; hop < hops; hop++) {
                    next = load.spawn(working ? work(next) : pass(next), "pass" + row + "-" + hop);
                }
                source.tell(new Feed.To(List.of(next)));
                load.begins(source);
            }
        });
    }

    /** Senders that share one receiver. */
    public Load fanIn(int feeds, long messagesEach) {
        Round round = Round.from(feeds, messagesEach);
        return new ActorLoad(systems, round, load -> {
            List<ActorRef<Object>> sources = new ArrayList<>();
            for (int i = 0; i < feeds; i++) {
                // An acknowledgement is of all of them together, so each may have its share of what lies between two.
                Feed feed = new Feed(messagesEach, INBOX, Math.ceilDiv(ACKNOWLEDGED, feeds));
                sources.add(load.spawn(feed.behavior(), "feed" + i));
            }
            ActorRef<Object> sink = load.spawn(take(round.mixed(feeds * messagesEach), sources), "take");
            for (ActorRef<Object> source : sources) {
                source.tell(new Feed.To(List.of(sink)));
                load.begins(source);
            }
        });
    }

    /** One sender that tells each message to several receivers. */
    public Load fanOut(int takers, long messages) {
        Round round = Round.to(takers, messages);
        return new ActorLoad(systems, round, load -> {
            ActorRef<Object> source = load.spawn(new Feed(messages, INBOX).behavior(), "feed");
            List<ActorRef<Object>> sinks = new ArrayList<>();
            for (int i = 0; i < takers; i++) {
                // The last one is told last; its acknowledgements speak for all.
                List<ActorRef<Object>> acknowledged = i == takers - 1 ? List.of(source) : List.of();
                sinks.add(load.spawn(take(round.ordered(messages), acknowledged), "take" + i));
            }
            source.tell(new Feed.To(sinks));
            load.begins(source);
        });
    }

    /** A ring in which one token goes {@code laps} times from the head to the head. */
    public Load oneToken(int size, long laps) {
        return ring(size, 1, laps);
    }

    /** A ring in which each actor begins with a token, and each token goes {@code hops} hops. */
    public Load manyTokens(int size, long hops) {
        return ring(size, size, hops);
    }

    private Load ring(int size, int heads, long keeps) {
        Round round = Round.of(heads);
        return new ActorLoad(systems, round, load -> {
            ActorRef<Object> first = load.spawn(new Ring(round, keeps).behavior(), "ring0");
            load.begins(first);
            ActorRef<Object> next = first;
            for (int i = size - 1; i > 0; i--) {
                boolean head = i < heads;
                ActorRef<Object> actor = load.spawn(new Ring(round, head ? keeps : 0).behavior(), "ring" + i);
                actor.tell(new Ring.Next(next));
                if (head) {
                    load.begins(actor);
                }
                next = actor;
            }
            first.tell(new Ring.Next(next));
        });
    }

    private static Behavior<Object> pass(ActorRef<Object> next) {
        return Behaviors.receiveMessage(message -> {
            next.tell(message);
            return Behaviors.same();
        });
    }

    private static Behavior<Object> work(ActorRef<Object> next) {
        return Behaviors.setup(context -> {
            long[] value = {1};
            return Behaviors.receiveMessage(message -> {
                value[0] = Work.spend(Work.STEPS_OF_200_NANOS, value[0]);
                next.tell(message);
                return Behaviors.same();
            });
        });
    }

    private static Behavior<Object> take(Receipt receipt, List<ActorRef<Object>> acknowledged) {
        return Behaviors.setup(context -> {
            long[] taken = new long[1];
            return Behaviors.receiveMessage(message -> {
                receipt.take(message);
                if (++taken[0] % ACKNOWLEDGED == 0) {
                    acknowledged.forEach(source -> source.tell(Signal.ACKNOWLEDGED));
                }
                return Behaviors.same();
            });
        });
    }
}
