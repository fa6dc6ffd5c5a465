package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Chameneos meet in a mall, two at a time, and change their colours. */
final class ChameneosActors {
    private record Meet(Colour colour, ActorRef<Object> from) {}

    private record Change(Colour colour) {}

    private record Met(long meetings) {}

    private enum Word {
        EXIT
    }

    private ChameneosActors() {}

    static Load program(Systems systems, int chameneos, long meetings) {
        return new ActorProgram(systems, result -> new Mall(chameneos, meetings, result).behavior(), 2 * meetings);
    }

    private static final class Mall {
        private final int chameneos;
        private final Consumer<Long> result;
        private long meetingsLeft;
        private Optional<ActorRef<Object>> waiting = Optional.empty();
        private int faded;
        private long meetings;

        Mall(int chameneos, long meetings, Consumer<Long> result) {
            this.chameneos = chameneos;
            this.meetingsLeft = meetings;
            this.result = result;
        }

        Behavior<Object> behavior() {
            return Behaviors.setup(context -> {
                for (int i = 0; i < chameneos; i++) {
                    context.spawn(new Chameneo(Colour.of(i), context.getSelf()).behavior(), "chameneo" + i);
                }
                return Behaviors.receiveMessage(
                        message -> message instanceof Met met ? met(met) : meet((Meet) message));
            });
        }

        private Behavior<Object> met(Met met) {
            meetings += met.meetings();
            if (++faded < chameneos) {
                return Behaviors.same();
            }
            result.accept(meetings);
            return Behaviors.stopped();
        }

        private Behavior<Object> meet(Meet meet) {
            if (meetingsLeft == 0) {
                meet.from().tell(Word.EXIT);
            } else if (waiting.isEmpty()) {
                waiting = Optional.of(meet.from());
            } else {
                meetingsLeft--;
                waiting.get().tell(meet);
                waiting = Optional.empty();
            }
            return Behaviors.same();
        }
    }

    private static final class Chameneo {
        private final ActorRef<Object> mall;
        private Colour colour;
        private long meetings;

        Chameneo(Colour colour, ActorRef<Object> mall) {
            this.colour = colour;
            this.mall = mall;
        }

        Behavior<Object> behavior() {
            return Behaviors.setup(context -> {
                ActorRef<Object> self = context.getSelf();
                mall.tell(new Meet(colour, self));
                return Behaviors.receiveMessage(message -> take(message, self));
            });
        }

        private Behavior<Object> take(Object message, ActorRef<Object> self) {
            switch (message) {
                case Meet other -> {
                    colour = colour.meeting(other.colour());
                    meetings++;
                    other.from().tell(new Change(colour));
                    mall.tell(new Meet(colour, self));
                }
                case Change change -> {
                    colour = change.colour();
                    meetings++;
                    mall.tell(new Meet(colour, self));
                }
                default -> {
                    colour = Colour.FADED;
                    mall.tell(new Met(meetings));
                    return Behaviors.stopped();
                }
            }
            return Behaviors.same();
        }
    }
}
