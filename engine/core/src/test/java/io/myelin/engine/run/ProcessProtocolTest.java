package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A model of the link to a process, all of whose interleavings are gone through: a parent that gives messages as far as
 * its window goes and gives credit back by halves, a child whose two threads hear and work, frames that linger on both
 * sides for any time, pipes that hold anything for any time. It shows that the steps that {@link ProcessEntry} describes
 * lose nothing; that the classes make these steps is for other tests.
 */
class ProcessProtocolTest {
    /** More find nothing else, but take their time: the states multiply. */
    private static final int MESSAGES = 4;

    /** What the model is about: so many messages, windows to and from the child, how the child finds out that it rests. */
    private record Setup(int messages, int window, int outWindow, boolean looksAgain) {}

    /** What the component's thread is at. */
    private enum At {
        IDLE,
        TAKING,
        SENDING,
        WAITING_FOR_CREDIT
    }

    /**
     * One state of all. Entries are symbols, and the numbers behind them; a frame ends with a bar.
     *
     * <p>Of the parent: how many messages are still to be given, were given, are known to be taken, have come back, and of
     * these have not been given back as credit; how many entries were said; whether it expects something of the child.
     */
    private static final class World {
        private int left;
        private int given;
        private int known;
        private int back;
        private int delivered;
        private int said;
        private boolean isExpecting = true;
        private String written = "";
        private String down = "";
        private String up = "";

        // Of the child: both threads, what waits for the component, and what waits to be written.
        private At at = At.TAKING;
        private boolean isWokenAgain;
        private boolean looks;
        private int inbox;
        private int taken;
        private int underWay;
        private int awake = 1;
        private String unsent = "";

        private Optional<String> hearing = Optional.empty();
        private int counted;
        private boolean isCounted;
        private boolean isFed;
        private boolean hearerLooks;
        private int heard;

        World(int messages) {
            left = messages;
        }

        World(World other) {
            left = other.left;
            given = other.given;
            known = other.known;
            back = other.back;
            delivered = other.delivered;
            said = other.said;
            isExpecting = other.isExpecting;
            written = other.written;
            down = other.down;
            up = other.up;
            at = other.at;
            isWokenAgain = other.isWokenAgain;
            looks = other.looks;
            inbox = other.inbox;
            taken = other.taken;
            underWay = other.underWay;
            awake = other.awake;
            unsent = other.unsent;
            hearing = other.hearing;
            counted = other.counted;
            isCounted = other.isCounted;
            isFed = other.isFed;
            hearerLooks = other.hearerLooks;
            heard = other.heard;
        }

        @Override
        public String toString() {
            return String.join(
                    " ",
                    "left " + left + " given " + given + " known " + known + " back " + back + " delivered "
                            + delivered,
                    "said " + said + (isExpecting ? " expecting" : "") + " written [" + written + "] down [" + down,
                    "] up [" + up + "] " + at + (isWokenAgain ? " again" : "") + (looks ? " looks" : "") + " inbox "
                            + inbox,
                    "taken " + taken + " underWay " + underWay + " awake " + awake + " unsent [" + unsent + "]",
                    "hearing " + hearing + " " + counted + isCounted + isFed + hearerLooks + " heard " + heard);
        }

        private static char symbol(int number) {
            return (char) ('0' + number);
        }

        private static int number(char symbol) {
            return symbol - '0';
        }

        // ---- The parent

        boolean mayGive(Setup setup) {
            return left > 0 && given - known < setup.window();
        }

        void give() {
            left--;
            given++;
            say("G");
        }

        private void say(String entry) {
            written += entry;
            said++;
            isExpecting = true;
        }

        void write() {
            down += written + "|";
            written = "";
        }

        void handle(Setup setup) {
            String frame = up.substring(0, up.indexOf('|'));
            up = up.substring(frame.length() + 1);
            for (int index = 0; index < frame.length(); index++) {
                switch (frame.charAt(index)) {
                    case 'S' -> {
                        back++;
                        delivered++;
                    }
                    case 'T' -> known = Math.max(known, number(frame.charAt(++index)));
                    default -> isExpecting &= number(frame.charAt(++index)) != said;
                }
            }
            if (delivered > 0 && delivered >= setup.outWindow() >> 1) {
                say("C" + symbol(delivered));
                delivered = 0;
            }
        }

        // ---- The child's thread that hears

        void hear() {
            if (hearing.isEmpty()) {
                String frame = down.substring(0, down.indexOf('|'));
                down = down.substring(frame.length() + 1);
                hearing = Optional.of(frame);
                awake++;
            } else if (!hearing.get().isEmpty()) {
                hearEntry(hearing.get());
            } else if (!isCounted) {
                heard += counted;
                counted = 0;
                isCounted = true;
            } else if (isFed) {
                isFed = false;
                wake();
            } else {
                hearing = Optional.empty();
                isCounted = false;
                awake--;
                hearerLooks = awake == 0;
            }
        }

        private void hearEntry(String entries) {
            counted++;
            if (entries.charAt(0) == 'G') {
                inbox++;
                isFed = true;
                hearing = Optional.of(entries.substring(1));
            } else {
                underWay -= number(entries.charAt(1));
                hearing = Optional.of(entries.substring(2));
                wake();
            }
        }

        private void wake() {
            switch (at) {
                case IDLE -> {
                    awake++;
                    at = At.TAKING;
                }
                case WAITING_FOR_CREDIT -> {
                    awake++;
                    at = At.SENDING;
                }
                case TAKING, SENDING -> isWokenAgain = true;
            }
        }

        // ---- The component's thread

        void work(Setup setup) {
            if (at == At.TAKING && inbox > 0) {
                inbox--;
                taken++;
                at = At.SENDING;
            } else if (at == At.SENDING && underWay < setup.outWindow()) {
                underWay++;
                unsent += "S";
                at = At.TAKING;
            } else if (isWokenAgain) {
                isWokenAgain = false;
            } else {
                at = at == At.TAKING ? At.IDLE : At.WAITING_FOR_CREDIT;
                awake--;
                looks = awake == 0;
            }
        }

        boolean works() {
            return at == At.TAKING || at == At.SENDING;
        }

        // ---- What either of them says when it was the last to come to rest, and what lingers

        void sayRest(Setup setup) {
            if (!setup.looksAgain() || awake == 0) {
                unsent += "T" + symbol(taken) + "Q" + symbol(heard);
                send();
            }
        }

        void send() {
            up += unsent + "T" + symbol(taken) + "|";
            unsent = "";
        }
    }

    /** All states that one step leads to. */
    private static List<World> steps(World from, Setup setup) {
        List<World> next = new ArrayList<>();
        if (from.mayGive(setup)) {
            step(from, next).give();
        }
        if (!from.written.isEmpty()) {
            step(from, next).write();
        }
        if (!from.up.isEmpty()) {
            step(from, next).handle(setup);
        }
        if (from.hearerLooks) {
            World looking = step(from, next);
            looking.hearerLooks = false;
            looking.sayRest(setup);
        } else if (from.hearing.isPresent() || !from.down.isEmpty()) {
            step(from, next).hear();
        }
        if (from.looks) {
            World looking = step(from, next);
            looking.looks = false;
            looking.sayRest(setup);
        } else if (from.works()) {
            step(from, next).work(setup);
        }
        if (!from.unsent.isEmpty()) {
            step(from, next).send();
        }
        return next;
    }

    private static World step(World from, List<World> next) {
        World to = new World(from);
        next.add(to);
        return to;
    }

    /** What is wrong with a state, if anything. */
    private static Optional<String> fault(World world, boolean isLast, Setup setup) {
        if (world.underWay > setup.outWindow() || world.inbox > setup.window()) {
            return Optional.of("more is under way than a window: " + world);
        }
        // The parent would say that nothing can move any more.
        boolean isTakenForStuck = !world.isExpecting && !world.mayGive(setup);
        if (isTakenForStuck && world.back < setup.messages()) {
            return Optional.of("the run ends with messages under way: " + world);
        }
        if (isLast && (world.isExpecting || world.back < setup.messages())) {
            return Optional.of("nothing moves though not all is done: " + world);
        }
        return Optional.empty();
    }

    /** The first fault in any interleaving. */
    private static Optional<String> search(Setup setup) {
        Set<String> seen = new HashSet<>();
        Deque<World> open = new ArrayDeque<>();
        open.add(new World(setup.messages()));
        while (!open.isEmpty()) {
            World world = open.removeLast();
            if (seen.add(world.toString())) {
                List<World> next = steps(world, setup);
                Optional<String> fault = fault(world, next.isEmpty(), setup);
                if (fault.isPresent()) {
                    return fault;
                }
                open.addAll(next);
            }
        }
        return Optional.empty();
    }

    @Test
    void howeverTheStepsOfParentAndChildMeetNoMessageIsLostAndNoneWaitsForEver() {
        for (int window = 1; window <= 3; window++) {
            for (int outWindow = 1; outWindow <= 3; outWindow++) {
                Setup setup = new Setup(MESSAGES, window, outWindow, true);
                assertThat(search(setup)).as(setup.toString()).isEmpty();
            }
        }
    }

    @Test
    void aChildThatDoesNotLookAgainBeforeItSaysThatItRestsLosesMessages() {
        assertThat(search(new Setup(3, 1, 2, false)))
                .hasValueSatisfying(fault -> assertThat(fault).contains("the run ends with messages under way"));
    }
}
