package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.run.HeldMessages.Flush;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What has been sent and found no room: in which order it goes on, and what becomes of it otherwise. */
class HeldMessagesTest {
    private static final int ALL = 1000;

    private final Wiring wiring = new Wiring();
    private final HeldMessages held = new HeldMessages();
    private final ByHand p = new ByHand("p");
    private final ByHand q = new ByHand("q");
    private final ByHand c = new ByHand("c", 2);
    private final ByHand d = new ByHand("d", 2);
    private final ByHand shared = new ByHand("shared", 4);

    HeldMessagesTest() {
        p.toSend = held;
    }

    private void owe(Object... messages) {
        for (Object message : messages) {
            held.add(p.outbox(), message, p.outbox().routes(), 0);
        }
    }

    private static ByHand failing(int capacity) {
        return new ByHand(
                "failing",
                new InboxLimit(OptionalInt.of(capacity), Optional.of(OverflowPolicy.FAIL), DataRecord.empty()),
                List.of("inbox"),
                List.of("outbox"));
    }

    private Iterator<?> numbers(long count) {
        return new CountingIterator(count);
    }

    // ---- Messages

    @Test
    void messagesGoInTheOrderSentAsFarAsThereIsRoomAndTheRestWhenThereIsMore() {
        wiring.link(p.outbox(), c.inbox(), this);
        owe(1L, 2L, 3L, 4L, 5L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(held.waitsFor()).isSameAs(c.inbox());
        assertThat(held.heldAt()).isNull();
        assertThat(c.inbox().room().length()).isEqualTo(1);
        assertThat(c.takeAll()).containsExactly(1L, 2L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(c.takeAll()).containsExactly(3L, 4L);
        assertThat(held.isEmpty()).isFalse();

        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);
        assertThat(held.isEmpty()).isTrue();
        assertThat(held.waitsFor()).isNull();
        assertThat(c.takeAll()).containsExactly(5L);
    }

    @Test
    void othersHaveTheirTurnAfterSoManyMessages() {
        ByHand large = new ByHand("large");
        wiring.link(p.outbox(), large.inbox(), this);
        assertThat(held.flush(2)).isEqualTo(Flush.ALL_SENT);
        owe(1L, 2L, 3L, 4L);
        assertThat(held.flush(2)).isEqualTo(Flush.TURN_OVER);
        assertThat(large.takeAll()).containsExactly(1L, 2L);
        assertThat(held.flush(2)).isEqualTo(Flush.ALL_SENT);
        assertThat(large.takeAll()).containsExactly(3L, 4L);

        held.addAll(p.outbox(), numbers(5), null);
        assertThat(held.flush(3)).isEqualTo(Flush.TURN_OVER);
        assertThat(large.takeAll()).containsExactly(0L, 1L, 2L);
        assertThat(held.flush(3)).isEqualTo(Flush.ALL_SENT);
        assertThat(large.takeAll()).containsExactly(3L, 4L);
    }

    @Test
    void whatAnIteratorDidNotUseOfATurnIsTheNextOnes() {
        ByHand large = new ByHand("large");
        wiring.link(p.outbox(), large.inbox(), this);
        held.addAll(p.outbox(), numbers(2), null);
        held.addAll(p.outbox(), numbers(5), null);
        held.flush(4);
        assertThat(large.takeAll()).containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    void whatAnIteratorGivesReachesEveryReceiverOnceThoughOneOfThemIsFull() {
        ByHand large = new ByHand("large");
        wiring.link(p.outbox(), large.inbox(), this);
        wiring.link(p.outbox(), c.inbox(), this);
        held.addAll(p.outbox(), numbers(4), null);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(c.takeAll()).containsExactly(0L, 1L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(c.takeAll()).containsExactly(2L, 3L);
        assertThat(large.takeAll()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void whatIsSentWhileAnIteratorIsTakenFromComesBehindThatIterator() {
        ByHand large = new ByHand("large");
        wiring.link(p.outbox(), large.inbox(), this);
        CountingIterator numbers = new CountingIterator(3);
        Iterator<Object> sending = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public Object next() {
                Object next = numbers.next();
                owe("sent with " + next);
                return next;
            }
        };
        held.addAll(p.outbox(), sending, null);
        while (held.flush(1) == Flush.TURN_OVER) {
            // One at a time.
        }

        assertThat(large.takeAll()).containsExactly(0L, 1L, 2L, "sent with 0", "sent with 1", "sent with 2");
    }

    @Test
    void ofSeveralReceiversEachGetsAMessageOnceHoweverOftenOneOfThemIsFull() {
        ByHand large = new ByHand("large");
        wiring.link(p.outbox(), large.inbox(), this);
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.link(p.outbox(), d.inbox(), this);
        wiring.link(q.outbox(), c.inbox(), this);
        q.outbox().send("first");
        q.outbox().send("second");
        owe(1L);
        held.addAll(p.outbox(), numbers(1), null);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(c.takeAll()).containsExactly("first", "second");
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(large.takeAll()).containsExactly(1L, 0L);
        assertThat(c.takeAll()).containsExactly(1L, 0L);
        assertThat(d.takeAll()).containsExactly(1L, 0L);
    }

    @Test
    void whatIsLeftOfAMessageThatFailedAtAFullInboxGoesToTheOthersBeforeTheNext() {
        ByHand failing = failing(1);
        wiring.link(p.outbox(), failing.inbox(), this);
        wiring.link(p.outbox(), c.inbox(), this);
        held.addAll(p.outbox(), numbers(5), "made of this");
        assertThatThrownBy(() -> held.flush(ALL)).isInstanceOf(InboxFullException.class);
        assertThat(held.itemOfFailure()).isEqualTo("made of this");
        assertThatThrownBy(() -> held.flush(ALL)).isInstanceOf(InboxFullException.class);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(c.takeAll()).containsExactly(0L, 1L);
        failing.takeAll();

        assertThatThrownBy(() -> held.flush(ALL)).isInstanceOf(InboxFullException.class);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(c.takeAll()).containsExactly(2L, 3L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);
        assertThat(c.takeAll()).containsExactly(4L);
        assertThat(failing.takeAll()).containsExactly(3L);
        assertThat(failing.inbox().dropped()).isEqualTo(3);
    }

    @Test
    void aMessageThatFailsAtAFullInboxWhenItIsSentLaterIsNotSentAgain() {
        ByHand failing = failing(1);
        wiring.link(p.outbox(), failing.inbox(), this);
        owe(1L, 2L, 3L);
        assertThatThrownBy(() -> held.flush(ALL)).isInstanceOf(InboxFullException.class);
        assertThat(held.isFlushing()).isFalse();
        failing.takeAll();

        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);
        assertThat(failing.takeAll()).containsExactly(3L);
        assertThat(failing.inbox().dropped()).isEqualTo(1);
    }

    // ---- Room set aside

    @Test
    void whoHasSentAllThatItOwedLeavesTheRestOfItsShareToOthers() {
        fourSharedBy(p, q);
        owe("owed");
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(q.outbox().routes()[0].awaitRoom()).isFalse();
        shared.takeAll();
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);
        q.outbox().routes()[0].leaveQueue();

        assertThat(shared.inbox().isRationed()).isFalse();
        assertThat(shared.takeAll()).containsExactly("owed");
    }

    @Test
    void whoComesToWaitElsewhereLeavesItsShareToOthers() {
        fourSharedBy(p, q);
        wiring.link(p.outbox(), c.inbox(), this);
        owe("one", "two", "three", "four");
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(q.outbox().routes()[0].awaitRoom()).isFalse();
        shared.takeAll();
        c.inbox().offer("fills it", p.outbox());
        c.inbox().offer("fills it too", p.outbox());
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(held.waitsFor()).isSameAs(c.inbox());
        q.outbox().routes()[0].leaveQueue();

        assertThat(shared.inbox().isRationed()).isFalse();
        assertThat(c.inbox().room().length()).isEqualTo(1);
    }

    @Test
    void whoLetsEverythingGoWaitsNowhereAndWhatItOwedIsCounted() {
        wiring.link(p.outbox(), c.inbox(), this);
        owe(1L, 2L, 3L, 4L);
        held.addAll(p.outbox(), numbers(7), null);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        held.drop();

        assertThat(held.isEmpty()).isTrue();
        assertThat(p.outbox().undelivered()).isEqualTo(2);
        assertThat(c.inbox().room().length()).isZero();
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);
        assertThat(c.takeAll()).containsExactly(1L, 2L);
    }

    @Test
    void whatIsLetGoBeforeAnythingWasTriedIsCountedToo() {
        wiring.link(p.outbox(), c.inbox(), this);
        owe(1L, 2L);
        held.drop();
        assertThat(held.isEmpty()).isTrue();
        assertThat(p.outbox().undelivered()).isEqualTo(2);
        assertThat(c.takeAll()).isEmpty();
    }

    @Test
    void whereOnlyIteratorsWereHeldNothingIsOnceTheyAreLetGo() {
        wiring.link(p.outbox(), c.inbox(), this);
        held.addAll(p.outbox(), numbers(10), "made of this");
        assertThat(held.dropIterators()).isEqualTo("made of this");
        assertThat(held.isEmpty()).isTrue();
    }

    // ---- Room set aside, and an iterator

    /** Two share an inbox of sixteen: half of it is set aside, four messages for each. */
    private ByHand eightSetAside(Iterator<?> messages) {
        ByHand large = new ByHand("large", 16);
        wiring.link(p.outbox(), large.inbox(), this);
        wiring.link(q.outbox(), large.inbox(), this);
        while (q.outbox().offer("fills it")) {
            // One more.
        }
        owe("owed");
        held.addAll(p.outbox(), messages, "made of this");
        owe("behind");
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(q.outbox().routes()[0].awaitRoom()).isFalse();
        for (int i = 0; i < 8; i++) {
            large.inbox().poll();
        }
        assertThat(p.outbox().routes()[0].roomSetAside()).isEqualTo(4);
        return large;
    }

    private static List<Object> behindTheFirstEight(ByHand inbox) {
        List<Object> all = inbox.takeAll();
        return all.subList(8, all.size());
    }

    @Test
    void anIteratorIsTakenFromNoFurtherThanTheRoomThatIsSetAside() {
        CountingIterator messages = new CountingIterator(100);
        ByHand large = eightSetAside(messages);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);

        assertThat(messages.next())
                .as("the next after the one that found no room")
                .isEqualTo(4L);
        assertThat(p.outbox().routes()[0].delivered()).isEqualTo(4);
        assertThat(behindTheFirstEight(large)).containsExactly("owed", 0L, 1L, 2L);
    }

    @Test
    void anIteratorThatEndsBeforeItsRoomIsUsedUpLetsTheNextGoOn() {
        ByHand large = eightSetAside(new CountingIterator(2));
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(held.isEmpty()).isTrue();
        assertThat(behindTheFirstEight(large)).containsExactly("owed", 0L, 1L, "behind");
    }

    @Test
    void whatAnIteratorHasGivenBeforeItFailsIsSentAllTheSame() {
        CountingIterator inner = new CountingIterator(100);
        ByHand large = eightSetAside(new Doing(inner, 2, () -> {
            throw new IllegalStateException("no more can be read");
        }));
        assertThatThrownBy(() -> held.flush(ALL)).hasMessage("no more can be read");
        assertThat(held.itemOfFailure()).isEqualTo("made of this");
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(behindTheFirstEight(large)).containsExactly("owed", 0L, 1L, "behind");
    }

    @Test
    void whereTheRoomIsGoneOnceTheyAreGatheredTheyAreOwedInTheirOrder() {
        ByHand[] large = new ByHand[1];
        large[0] = eightSetAside(new Doing(new CountingIterator(6), 2, () -> wiring.limit(large[0].inbox(), 10)));
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(held.isEmpty()).isFalse();
        assertThat(p.outbox().sent())
                .as("but for the owed one, which was added by hand")
                .isEqualTo(3);
        q.outbox().routes()[0].leaveQueue();
        assertThat(behindTheFirstEight(large[0])).containsExactly("owed", 0L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(large[0].takeAll()).containsExactly(1L, 2L, 3L, 4L, 5L, "behind");
    }

    @Test
    void whatIsGatheredWhileTheInboxClosesIsCountedAsUndelivered() {
        ByHand[] large = new ByHand[1];
        large[0] = eightSetAside(new Doing(new CountingIterator(100), 1, () -> wiring.close(large[0].inbox())));
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(p.outbox().sent()).isEqualTo(3);
        assertThat(p.outbox().undelivered())
                .as("what was gathered, and what was owed behind it")
                .isEqualTo(4);
    }

    @Test
    void whoTapsALinkSeesEachMessageThoughRoomIsSetAside() {
        ByHand large = eightSetAside(new CountingIterator(100));
        List<Object> seen = new ArrayList<>();
        wiring.tap(p.outbox().routes()[0].link(), (message, sequence) -> seen.add(message + " " + sequence));
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);

        assertThat(seen).containsExactly("owed 1", "0 2", "1 3", "2 4");
        assertThat(behindTheFirstEight(large)).containsExactly("owed", 0L, 1L, 2L);
    }

    /** Does something before it gives so many more. */
    private static final class Doing implements Iterator<Object> {
        private final Iterator<Object> inner;
        private final Runnable what;
        private int before;

        Doing(Iterator<Object> inner, int before, Runnable what) {
            this.inner = inner;
            this.before = before;
            this.what = what;
        }

        @Override
        public boolean hasNext() {
            return inner.hasNext();
        }

        @Override
        public Object next() {
            if (before-- == 0) {
                what.run();
            }
            return inner.next();
        }
    }

    /** Links both to one inbox, and fills that. */
    private void fourSharedBy(ByHand one, ByHand other) {
        wiring.link(one.outbox(), shared.inbox(), this);
        wiring.link(other.outbox(), shared.inbox(), this);
        for (int i = 0; i < 4; i++) {
            other.outbox().send("fills it");
        }
    }

    // ---- Iterators

    @Test
    void anIteratorIsTakenFromOnlyAsThereIsRoomAndWhatFollowsItQueuesBehind() {
        wiring.link(p.outbox(), c.inbox(), this);
        CountingIterator messages = new CountingIterator(5);
        held.addAll(p.outbox(), messages, null);
        owe("behind");
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(messages.next())
                .as("the next after the one that found no room")
                .isEqualTo(3L);
        assertThat(c.takeAll()).containsExactly(0L, 1L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(c.takeAll()).containsExactly(2L, 4L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(c.takeAll()).containsExactly("behind");
        assertThat(p.outbox().sent())
                .as("counted as they are taken from the iterator")
                .isEqualTo(4);
    }

    @Test
    void anIteratorIsLetGoOnceNobodyIsLeftToSendTo() {
        wiring.link(p.outbox(), c.inbox(), this);
        CountingIterator messages = new CountingIterator(100);
        held.addAll(p.outbox(), messages, null);
        held.flush(ALL);
        wiring.close(c.inbox());
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(messages.next()).isEqualTo(3L);
        assertThat(p.outbox().undelivered()).isEqualTo(1);
    }

    @Test
    void anIteratorThatFailsIsDoneWithAndSaysWhatItWasMadeOf() {
        wiring.link(p.outbox(), c.inbox(), this);
        Iterator<Object> broken = new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new IllegalStateException("no more can be read");
            }

            @Override
            public Object next() {
                throw new AssertionError("asked for more all the same");
            }
        };
        held.addAll(p.outbox(), broken, null);
        held.attribute("made of this");
        owe("behind");
        assertThatThrownBy(() -> held.flush(ALL)).hasMessage("no more can be read");
        assertThat(held.itemOfFailure()).isEqualTo("made of this");
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(held.itemOfFailure()).isNull();
        assertThat(c.takeAll()).containsExactly("behind");
    }

    @Test
    void whatAnIteratorSendsItselfIsSeenToBeSentMeanwhile() {
        wiring.link(p.outbox(), c.inbox(), this);
        List<Boolean> flushing = new ArrayList<>();
        Iterator<Object> looking = new Iterator<>() {
            @Override
            public boolean hasNext() {
                flushing.add(held.isFlushing());
                return false;
            }

            @Override
            public Object next() {
                throw new AssertionError("there is none");
            }
        };
        assertThat(held.isFlushing()).isFalse();
        held.addAll(p.outbox(), looking, null);
        held.flush(ALL);

        assertThat(flushing).containsExactly(true);
        assertThat(held.isFlushing()).isFalse();
    }

    @Test
    void whatAnIteratorHasGivenIsStillSentWhereTheRestIsLetGo() {
        wiring.link(p.outbox(), c.inbox(), this);
        assertThat(held.dropIterators()).isNull();
        held.addAll(p.outbox(), numbers(10), "first");
        held.addAll(p.outbox(), numbers(10), "second");
        owe("behind");
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(held.dropIterators()).isEqualTo("first");
        assertThat(c.takeAll()).containsExactly(0L, 1L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);

        assertThat(c.takeAll()).containsExactly(2L, "behind");
    }

    // ---- A few at once

    @Test
    void aFewAreSentAtOnceAndOfManySoManyThatOthersHaveTheirTurn() {
        ByHand large = new ByHand("large");
        wiring.link(p.outbox(), large.inbox(), this);
        assertThat(HeldMessages.sendAtOnce(p.outbox(), numbers(3))).isTrue();
        assertThat(large.takeAll()).containsExactly(0L, 1L, 2L);
        assertThat(HeldMessages.sendAtOnce(p.outbox(), numbers(0))).isTrue();

        CountingIterator many = new CountingIterator(100);
        assertThat(HeldMessages.sendAtOnce(p.outbox(), many)).isFalse();
        assertThat(large.takeAll()).hasSize(64);
        assertThat(many.next()).isEqualTo(64L);
    }

    @Test
    void sendingAtOnceEndsWhereThereIsNoRoomOrNobodyIsLeft() {
        wiring.link(p.outbox(), c.inbox(), this);
        CountingIterator messages = new CountingIterator(10);
        assertThat(HeldMessages.sendAtOnce(p.outbox(), messages)).isFalse();
        assertThat(messages.next()).isEqualTo(3L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.NO_ROOM);
        assertThat(c.takeAll()).containsExactly(0L, 1L);
        assertThat(held.flush(ALL)).isEqualTo(Flush.ALL_SENT);
        assertThat(c.takeAll()).containsExactly(2L);

        wiring.link(q.outbox(), d.inbox(), this);
        wiring.close(d.inbox());
        CountingIterator more = new CountingIterator(10);
        assertThat(HeldMessages.sendAtOnce(q.outbox(), more)).isFalse();
        assertThat(more.next()).isEqualTo(0L);
        assertThat(q.outbox().undelivered()).isZero();
        wiring.link(q.outbox(), c.inbox(), this);
        assertThat(HeldMessages.sendAtOnce(q.outbox(), more)).isFalse();
        assertThat(more.next()).isEqualTo(2L);
        assertThat(c.takeAll()).containsExactly(1L);
    }
}
