package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who waits for room in a full inbox, and who may send when there is some. */
class RoomQueueTest {
    private final Wiring wiring = new Wiring();
    private final ByHand p = new ByHand("p");
    private final ByHand q = new ByHand("q");
    private final ByHand c = new ByHand("c", 8);
    private final Route ofP;
    private final Route ofQ;

    RoomQueueTest() {
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.link(q.outbox(), c.inbox(), this);
        ofP = p.outbox().routes()[0];
        ofQ = q.outbox().routes()[0];
    }

    private void fill() {
        while (p.outbox().offer("fills it")) {
            // One more.
        }
    }

    private void take(int messages) {
        for (int i = 0; i < messages; i++) {
            assertThat(c.inbox().poll()).isNotNull();
        }
    }

    private void bothAreGivenAShareOfTwo() {
        fill();
        assertThat(ofP.awaitRoom()).isFalse();
        assertThat(ofQ.awaitRoom()).isFalse();
        assertThat(c.inbox().room().length()).isEqualTo(2);
        take(4);
        assertThat(c.inbox().room().length()).isZero();
        assertThat(c.inbox().isRationed()).isTrue();
    }

    @Test
    void whoHasGivenItsShareBackSendsNoMoreThanWhoNeverHadOne() {
        bothAreGivenAShareOfTwo();
        ofP.leaveQueue();

        assertThat(ofP.offer("not its turn")).isFalse();
        assertThat(ofQ.offer("one")).isTrue();
        assertThat(ofQ.offer("two")).isTrue();
        assertThat(ofQ.offer("three")).isFalse();
    }

    @Test
    void whoWantsNoMoreRoomIsNotWokenForItAndIsWhenItAsksAnew() {
        fill();
        assertThat(ofP.awaitRoom()).isFalse();
        p.sleep();
        ofP.leaveQueue();
        assertThat(c.inbox().room().length()).isZero();
        take(8);
        assertThat(p.wakes()).isZero();
        assertThat(c.inbox().isRationed()).isFalse();

        fill();
        assertThat(ofP.awaitRoom()).isFalse();
        assertThat(c.inbox().room().length()).isEqualTo(1);
        take(8);
        assertThat(p.wakes()).isEqualTo(1);
    }

    @Test
    void whoHasAShareWaitsAllTheSameOnceALowerLimitLeavesNoRoomForIt() {
        bothAreGivenAShareOfTwo();
        wiring.limit(c.inbox(), 4);

        assertThat(ofP.offer("too much")).isFalse();
        assertThat(ofP.awaitRoom()).isFalse();
        assertThat(ofP.offer("still too much")).isFalse();
        assertThat(ofQ.offer("too much")).isFalse();
        assertThat(ofQ.awaitRoom()).isFalse();
        p.sleep();
        q.sleep();
        take(2);
        assertThat(p.wakes()).isEqualTo(1);
        assertThat(q.wakes()).isEqualTo(1);
        assertThat(ofP.offer("one")).isTrue();
        assertThat(ofP.offer("another")).isFalse();
        assertThat(ofQ.offer("one")).isTrue();
    }

    @Test
    void anInboxThatClosesHoldsNobodyToAShare() {
        fill();
        assertThat(ofP.awaitRoom()).isFalse();
        assertThat(ofQ.awaitRoom()).isFalse();
        p.sleep();
        q.sleep();
        wiring.close(c.inbox());

        assertThat(p.wakes()).isPositive();
        assertThat(q.wakes()).isPositive();
        assertThat(c.inbox().room().length()).isZero();
        assertThat(c.inbox().isRationed()).isFalse();
        assertThat(ofP.offer("let go")).isTrue();
        assertThat(p.outbox().undelivered()).isEqualTo(1);
    }
}
