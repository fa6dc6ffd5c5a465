package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What an inbox holds, counts and says of itself, step by step. */
class WiredInboxTest {
    private final Wiring wiring = new Wiring();
    private final ByHand p = new ByHand("p");
    private final ByHand q = new ByHand("q");
    private final ByHand c = new ByHand("c");
    private final ByHand child = new ByHand("c/child");

    private static InboxLimit limit(int capacity, OverflowPolicy overflow) {
        return new InboxLimit(OptionalInt.of(capacity), Optional.of(overflow), DataRecord.empty());
    }

    private static ByHand limited(int capacity, OverflowPolicy overflow) {
        return new ByHand("limited", limit(capacity, overflow), List.of("inbox"), List.of("outbox"));
    }

    private void send(ByHand from, Object... messages) {
        for (Object message : messages) {
            from.outbox().send(message);
        }
    }

    // ---- One sender or several

    @Test
    void sendersTakeTurnsFromTheSecondOneOnAndNotWhereTheOnlyOneIsLinkedAnew() {
        WiredInbox inbox = c.inbox();
        assertThat(inbox.admit(p.outbox(), true)).isFalse();
        WiredLink link = wiring.link(p.outbox(), inbox, this);
        assertThat(inbox.isShared()).isFalse();
        assertThat(inbox.admit(p.outbox(), true)).isFalse();
        wiring.unlink(link, this);
        wiring.link(p.outbox(), inbox, this);
        assertThat(inbox.isShared()).isFalse();

        assertThat(inbox.admit(q.outbox(), true)).isTrue();
        assertThat(inbox.isShared()).isTrue();
        assertThat(inbox.admit(child.outbox(), true)).isFalse();
    }

    @Test
    void whereNothingMovesYetNobodyHasToNoticeASecondSender() {
        wiring.link(p.outbox(), c.inbox(), this);
        assertThat(c.inbox().share(false)).isFalse();
        assertThat(c.inbox().isShared()).isTrue();
    }

    @Test
    void aSecondSenderThatComesAfterTheFirstHasGoneTakesTurnsAllTheSame() {
        WiredLink link = wiring.link(p.outbox(), c.inbox(), this);
        wiring.unlink(link, this);
        wiring.link(q.outbox(), c.inbox(), this);

        assertThat(c.inbox().isShared()).isTrue();
        assertThat(c.inbox().firstSender()).isSameAs(p.outbox());
    }

    @Test
    void aMessageGoesInWithoutTakingTurnsOnlyWhereNobodyElseMayBeAtIt() {
        for (OverflowPolicy overflow : OverflowPolicy.values()) {
            ByHand one = limited(8, overflow);
            wiring.link(new ByHand("only").outbox(), one.inbox(), this);
            assertThat(one.inbox().takes("before it has storage")).isFalse();
            one.inbox().offer(1L, p.outbox());
            assertThat(one.inbox().takes(2L)).as(overflow.id()).isEqualTo(overflow != OverflowPolicy.DROP_OLDEST);
        }
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.link(q.outbox(), c.inbox(), this);
        send(p, 1L);
        assertThat(c.inbox().takes(2L)).isFalse();
    }

    @Test
    void whatOthersSendBeforeTheFirstSenderHasNoticedThemComesBehindWhatThatHasSent() {
        wiring.setInUse();
        wiring.link(p.outbox(), c.inbox(), this);
        send(p, 1L, 2L);
        wiring.link(q.outbox(), c.inbox(), this);
        send(q, 3L, 4L);
        assertThat(c.inbox().size()).isEqualTo(4);
        assertThat(c.inbox().received()).isEqualTo(4);
        assertThat(c.inbox().poll()).isEqualTo(1L);
        assertThat(c.inbox().poll()).isEqualTo(2L);
        assertThat(c.inbox().poll()).isEqualTo(3L);
        assertThat(c.inbox().taken()).isEqualTo(3);

        send(p, 5L);
        send(q, 6L);
        assertThat(c.takeAll()).containsExactly(4L, 5L, 6L);
        assertThat(c.inbox().received()).isEqualTo(6);
        assertThat(c.inbox().taken()).isEqualTo(6);
        assertThat(c.inbox().size()).isZero();
    }

    @Test
    void whatWaitsAsideTakesUpRoomToo() {
        ByHand small = new ByHand("small", 3);
        wiring.setInUse();
        wiring.link(p.outbox(), small.inbox(), this);
        send(p, 1L, 2L);
        wiring.link(q.outbox(), small.inbox(), this);

        assertThat(q.outbox().offer(3L)).isTrue();
        assertThat(q.outbox().routes()[0].offer(4L)).isFalse();
        assertThat(small.inbox().hasRoom()).isFalse();
        assertThat(small.takeAll()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void onlyTheFirstSenderEndsTheWaitingAside() {
        wiring.setInUse();
        wiring.link(p.outbox(), c.inbox(), this);
        send(p, 1L);
        wiring.link(q.outbox(), c.inbox(), this);
        send(q, 2L);
        c.inbox().noticed(q.outbox());
        assertThat(c.inbox().poll()).isEqualTo(1L);
        // What the first one was in the midst of sending comes before what the other has sent.
        c.inbox().noticed(p.outbox());
        send(p, 3L);
        assertThat(c.takeAll()).containsExactly(2L, 3L);
    }

    // ---- Full

    @Test
    void whatMadeRoomForNewerOnesCountsAsDroppedAndNotAsTaken() {
        ByHand recent = limited(2, OverflowPolicy.DROP_OLDEST);
        wiring.link(p.outbox(), recent.inbox(), this);
        send(p, 1L, 2L, 3L, 4L, 5L);

        assertThat(recent.inbox().dropped()).isEqualTo(3);
        assertThat(recent.inbox().taken()).isZero();
        assertThat(recent.inbox().received()).isEqualTo(5);
        assertThat(recent.takeAll()).containsExactly(4L, 5L);
        assertThat(recent.inbox().taken()).isEqualTo(2);
    }

    @Test
    void withACapacityOfNothingTheNewOneIsTheOldestAndIsDropped() {
        ByHand recent = limited(0, OverflowPolicy.DROP_OLDEST);
        wiring.link(p.outbox(), recent.inbox(), this);
        send(p, 1L, 2L);

        assertThat(recent.takeAll()).isEmpty();
        assertThat(recent.inbox().dropped()).isEqualTo(2);
        assertThat(p.held).isEmpty();
    }

    @Test
    void whatGoesWhereTheOldestIsDroppedIsTheOldestWhereverItWaits() {
        ByHand recent = limited(3, OverflowPolicy.DROP_OLDEST);
        wiring.setInUse();
        wiring.link(p.outbox(), recent.inbox(), this);
        send(p, 1L, 2L);
        recent.inbox().giveBack(recent.inbox().poll());
        wiring.link(q.outbox(), recent.inbox(), this);
        send(q, 3L, 4L, 5L);

        assertThat(recent.inbox().dropped()).isEqualTo(2);
        assertThat(recent.takeAll()).containsExactly(3L, 4L, 5L);
    }

    @Test
    void anotherPolicyHoldsFromTheNextMessageOn() {
        ByHand changing = limited(1, OverflowPolicy.BLOCK);
        wiring.link(p.outbox(), changing.inbox(), this);
        send(p, 1L);
        Route route = p.outbox().routes()[0];
        assertThat(changing.inbox().hasRoom()).isFalse();
        assertThat(route.awaitRoom()).isFalse();
        p.sleep();
        wiring.limit(changing.inbox(), limit(1, OverflowPolicy.DROP_NEWEST));
        assertThat(p.wakes())
                .as("nobody waits any more where messages are dropped")
                .isEqualTo(1);
        assertThat(changing.inbox().hasRoom()).isTrue();
        assertThat(route.offer(2L)).isTrue();
        wiring.limit(changing.inbox(), limit(1, OverflowPolicy.DROP_OLDEST));
        assertThat(route.offer(3L)).isTrue();
        assertThat(changing.inbox().dropped()).isEqualTo(2);
        wiring.limit(changing.inbox(), limit(1, OverflowPolicy.FAIL));
        assertThatThrownBy(() -> route.offer(4L))
                .isInstanceOf(InboxFullException.class)
                .hasMessageContaining("limited.inbox")
                .hasMessageContaining("1 messages");
        wiring.limit(changing.inbox(), limit(1, OverflowPolicy.BLOCK));
        assertThat(route.offer(5L)).isFalse();

        assertThat(changing.takeAll()).containsExactly(3L);
        assertThat(changing.inbox().dropped()).isEqualTo(3);
    }

    @Test
    void whoHasAShareAndWhoWaitsForOneGoOnAlikeOnceMessagesAreDroppedInstead() {
        ByHand changing = limited(4, OverflowPolicy.BLOCK);
        wiring.link(p.outbox(), changing.inbox(), this);
        wiring.link(q.outbox(), changing.inbox(), this);
        ByHand late = new ByHand("late");
        wiring.link(late.outbox(), changing.inbox(), this);
        Route ofP = p.outbox().routes()[0];
        Route ofLate = late.outbox().routes()[0];
        send(p, 1L, 2L, 3L, 4L);
        assertThat(ofP.awaitRoom()).isFalse();
        assertThat(q.outbox().routes()[0].awaitRoom()).isFalse();
        changing.inbox().poll();
        changing.inbox().poll();
        assertThat(changing.inbox().isRationed()).isTrue();
        assertThat(ofLate.offer("not its turn")).isFalse();
        assertThat(ofLate.awaitRoom()).isFalse();
        late.sleep();
        wiring.limit(changing.inbox(), limit(4, OverflowPolicy.DROP_NEWEST));

        assertThat(late.wakes()).isEqualTo(1);
        assertThat(changing.inbox().isRationed()).isFalse();
        for (long i = 5; i <= 8; i++) {
            assertThat(ofLate.offer(i)).isTrue();
        }
        assertThat(ofP.offer(9L)).isTrue();
        assertThat(changing.inbox().dropped()).isEqualTo(3);
        assertThat(changing.takeAll()).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void whereTheOldestComesToBeDroppedSendersTakeTurnsWithTheOwner() {
        ByHand changing = limited(8, OverflowPolicy.BLOCK);
        wiring.link(p.outbox(), changing.inbox(), this);
        send(p, 1L);
        assertThat(changing.inbox().takes(2L)).isTrue();
        wiring.limit(changing.inbox(), limit(8, OverflowPolicy.DROP_OLDEST));
        assertThat(changing.inbox().takes(3L)).isFalse();
        wiring.limit(changing.inbox(), limit(8, OverflowPolicy.BLOCK));
        assertThat(changing.inbox().takes(3L)).isTrue();
        assertThat(changing.takeAll()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aHigherLimitLetsThoseGoOnWhoWait() {
        ByHand small = new ByHand("small", 1);
        wiring.link(p.outbox(), small.inbox(), this);
        send(p, 1L);
        assertThat(p.outbox().routes()[0].awaitRoom()).isFalse();
        p.sleep();
        wiring.limit(small.inbox(), 2);

        assertThat(p.wakes()).isEqualTo(1);
        assertThat(p.outbox().offer(2L)).isTrue();
    }

    @Test
    void sendersAreWokenAtHalfAndEarlierWhereItsOwnerHasNothingElseToDo() {
        ByHand small = new ByHand("small", 4);
        wiring.link(p.outbox(), small.inbox(), this);
        send(p, 1L, 2L, 3L, 4L);
        assertThat(p.outbox().routes()[0].awaitRoom()).isFalse();
        p.sleep();
        small.inbox().poll();
        assertThat(p.wakes()).isZero();
        small.inbox().poll();
        assertThat(p.wakes()).isEqualTo(1);

        send(p, 5L, 6L);
        assertThat(p.outbox().routes()[0].awaitRoom()).isFalse();
        p.sleep();
        small.inbox().poll();
        assertThat(p.wakes()).isEqualTo(1);
        small.inbox().serveSenders();
        assertThat(p.wakes()).isEqualTo(2);
    }

    // ---- Given back

    @Test
    void whatIsGivenBackIsPolledFirstAgainAndCountsAsWaiting() {
        wiring.link(p.outbox(), c.inbox(), this);
        send(p, 1L, 2L, 3L);
        Object first = c.inbox().poll();
        Object second = c.inbox().poll();
        c.inbox().giveBack(second);
        c.inbox().giveBack(first);

        assertThat(c.inbox().size()).isEqualTo(3);
        assertThat(c.inbox().hasNoneWaiting()).isFalse();
        assertThat(c.inbox().poll()).isEqualTo(1L);
        send(p, 4L);
        assertThat(c.takeAll()).containsExactly(2L, 3L, 4L);
        assertThat(c.inbox().size()).isZero();
    }

    @Test
    void whatAChildHasNotReadGoesBackInOrderAndWhatStillComesThereFollows() {
        wiring.setInUse();
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.passThrough(c.inbox(), child.inbox());
        send(p, 1L, 2L, 3L);
        assertThat(child.inbox().poll()).isEqualTo(1L);
        wiring.giveBack(c.inbox(), child.inbox());
        wiring.close(child.inbox());
        assertThat(c.inbox().size()).isEqualTo(2);
        // Its sender had looked where to send to before.
        assertThat(child.inbox().offer(4L, p.outbox())).isEqualTo(WiredInbox.Answer.TAKEN);
        send(p, 5L);

        assertThat(c.takeAll()).containsExactly(2L, 3L, 4L, 5L);
        assertThat(child.takeAll()).isEmpty();
        assertThat(child.inbox().size()).isZero();
    }

    @Test
    void aChildThatIsNotPassedToGivesNothingBack() {
        wiring.link(p.outbox(), child.inbox(), this);
        send(p, 1L);
        wiring.giveBack(c.inbox(), child.inbox());

        assertThat(c.takeAll()).isEmpty();
        assertThat(child.takeAll()).containsExactly(1L);
    }

    // ---- Passed on

    @Test
    void whatIsPassedOnLateStaysAheadOfWhatFollowsWhereOthersFeedTheChildToo() {
        wiring.setInUse();
        wiring.link(q.outbox(), child.inbox(), this);
        send(q, 1L);
        wiring.link(p.outbox(), c.inbox(), this);
        send(p, 2L);
        wiring.passThrough(c.inbox(), child.inbox());
        // Whoever has had it to itself so far notices the others.
        child.inbox().noticed(q.outbox());
        c.inbox().offer(3L, p.outbox());
        send(p, 4L);

        assertThat(child.takeAll()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatStillComesToAnInboxThatIsPassedThroughGoesOnWhenItsOwnerLooks() {
        wiring.setInUse();
        wiring.link(p.outbox(), c.inbox(), this);
        send(p, 1L);
        wiring.passThrough(c.inbox(), child.inbox());
        // Its sender had looked where to send to before, and sends nothing more.
        c.inbox().offer(2L, p.outbox());
        assertThat(c.inbox().size()).isEqualTo(1);
        assertThat(c.inbox().poll()).isNull();

        assertThat(c.inbox().size()).isZero();
        assertThat(child.takeAll()).containsExactly(1L, 2L);
    }

    @Test
    void whatIsPassedOnOutOfBandIsToldOfAtOnceAndDataIsNot() {
        wiring.link(p.outbox(), c.boxes().control(), this);
        send(p, "control");
        assertThat(c.told).containsExactly("control");
        wiring.passThrough(c.boxes().control(), child.boxes().control());
        assertThat(child.told).containsExactly("control");
        assertThat(child.boxes().control().poll()).isEqualTo("control");

        wiring.link(q.outbox(), c.inbox(), this);
        send(q, "data");
        wiring.passThrough(c.inbox(), child.inbox());
        assertThat(child.told).containsExactly("control");
        assertThat(child.takeAll()).containsExactly("data");
    }

    // ---- What it says of itself

    @Test
    void aMessageMayBeHandedOverDirectlyOnlyWhereNothingWaitsAndNothingIsToBeHeldUp() {
        ByHand small = new ByHand("small", 2);
        WiredInbox inbox = small.inbox();
        wiring.link(p.outbox(), inbox, this);
        assertThat(inbox.isBare()).isTrue();
        send(p, 1L);
        assertThat(inbox.isBare()).isFalse();
        small.takeAll();
        inbox.hold();
        assertThat(inbox.isHeldBack()).isTrue();
        assertThat(inbox.isBare()).isFalse();
        inbox.resume();
        assertThat(inbox.isHeldBack()).isFalse();
        assertThat(inbox.isBare()).isTrue();
        wiring.limit(inbox, 0);
        assertThat(inbox.isBare()).isFalse();
        assertThat(p.outbox().routes()[0].awaitRoom()).isFalse();
        wiring.limit(inbox, 2);
        assertThat(inbox.isBare()).isTrue();
        wiring.passThrough(inbox, child.inbox());
        assertThat(inbox.isBare()).isFalse();
        wiring.cutPassThrough(inbox);
        assertThat(inbox.isBare()).isTrue();
        wiring.close(inbox);
        assertThat(inbox.isBare()).isFalse();
    }

    @Test
    void whatIsHandedOverDirectlyIsCountedAsReceivedAndTaken() {
        wiring.link(p.outbox(), c.inbox(), this);
        c.inbox().countDirect();
        c.inbox().countDirect();
        assertThat(c.inbox().received()).isEqualTo(2);
        assertThat(c.inbox().taken()).isEqualTo(2);
        send(p, 1L);

        assertThat(c.inbox().received()).isEqualTo(3);
        assertThat(c.inbox().taken()).isEqualTo(2);
    }

    @Test
    void whatIsLeftAtTheEndIsUnreadWhetherItStillLiesThereOrWasLetGo() {
        wiring.link(p.outbox(), c.inbox(), this);
        send(p, 1L, 2L, 3L);
        assertThat(c.inbox().unread()).isZero();
        wiring.close(c.inbox());
        assertThat(c.inbox().unread()).isEqualTo(3);
        assertThat(c.inbox().takeUnread()).containsExactly(1L, 2L, 3L);
        assertThat(c.inbox().takeUnread()).isEmpty();
        assertThat(c.inbox().unread()).isZero();
        c.inbox().countUnread();
        c.inbox().countUnread();

        assertThat(c.inbox().unread()).isEqualTo(2);
        assertThat(c.inbox().offer(4L, p.outbox())).isEqualTo(WiredInbox.Answer.CLOSED);
    }

    @Test
    void anInboxIsAtItsEndWhenItsSendersHaveFinishedAndNothingWaits() {
        assertThat(c.inbox().isAtEnd()).isFalse();
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.link(q.outbox(), c.inbox(), this);
        send(p, 1L);
        wiring.finish(p.outbox(), false);
        assertThat(c.inbox().isAtEnd()).isFalse();
        wiring.finish(q.outbox(), false);
        assertThat(c.inbox().isAtEnd()).isFalse();
        c.takeAll();

        assertThat(c.inbox().isAtEnd()).isTrue();
        assertThat(c.inbox().isCutOff()).isFalse();
    }

    @Test
    void whatIsLinkedToAnOutboxThatHasEndedIsAtTheSameEnd() {
        wiring.finish(p.outbox(), true);
        wiring.finish(q.outbox(), false);
        wiring.link(q.outbox(), c.inbox(), this);
        assertThat(c.inbox().isAtEnd()).isTrue();
        assertThat(c.inbox().isCutOff()).isFalse();
        wiring.link(p.outbox(), c.inbox(), this);
        assertThat(c.inbox().isAtEnd()).isTrue();
        assertThat(c.inbox().isCutOff()).isTrue();
    }

    @Test
    void aLinkThatGoesTakesNobodyElsesMessagesAlongWhetherItsSenderHadFinishedOrNot() {
        WiredLink finished = wiring.link(p.outbox(), c.inbox(), this);
        wiring.link(q.outbox(), c.inbox(), this);
        wiring.finish(p.outbox(), false);
        wiring.unlink(finished, this);
        assertThat(c.inbox().isAtEnd()).isFalse();

        ByHand late = new ByHand("late");
        WiredLink open = wiring.link(late.outbox(), c.inbox(), this);
        wiring.unlink(open, this);
        assertThat(c.inbox().isAtEnd()).isFalse();
        wiring.finish(q.outbox(), false);
        assertThat(c.inbox().isAtEnd()).isTrue();
    }

    @Test
    void anInboxIsLinkedWhileALinkLeadsThereOrOnceItIsSealed() {
        assertThat(c.inbox().isLinked()).isFalse();
        WiredLink link = wiring.link(p.outbox(), c.inbox(), this);
        assertThat(c.inbox().isLinked()).isTrue();
        wiring.unlink(link, this);
        assertThat(c.inbox().isLinked()).isFalse();
        assertThat(c.inbox().isAtEnd()).isFalse();
        wiring.seal(c.inbox());
        assertThat(c.inbox().isLinked()).isTrue();
    }

    @Test
    void anEndIsToldOnceUntilItIsToBeToldAnewAndIsCutOffOnlyOnceTold() {
        wiring.link(p.outbox(), c.inbox(), this);
        wiring.finish(p.outbox(), true);
        assertThat(c.inbox().isCutOff()).isTrue();
        assertThat(c.inbox().hasEndedCutOff()).isFalse();
        assertThat(c.inbox().tellEnd()).isTrue();
        assertThat(c.inbox().hasEndedCutOff()).isTrue();
        assertThat(c.inbox().tellEnd()).isFalse();
        c.inbox().forgetEnd();
        assertThat(c.inbox().hasEndedCutOff()).isFalse();
        assertThat(c.inbox().tellEnd()).isTrue();

        wiring.link(q.outbox(), child.inbox(), this);
        wiring.finish(q.outbox(), false);
        assertThat(child.inbox().tellEnd()).isTrue();
        assertThat(child.inbox().hasEndedCutOff()).isFalse();
    }

    @Test
    void aClosedInboxHasRoomSinceNobodyIsToWaitForIt() {
        ByHand small = new ByHand("small", 1);
        wiring.link(p.outbox(), small.inbox(), this);
        send(p, 1L);
        assertThat(small.inbox().hasRoom()).isFalse();
        wiring.close(small.inbox());
        assertThat(small.inbox().hasRoom()).isTrue();
    }

    @Test
    void onlyDataInboxesCanBeHeld() {
        assertThat(c.inbox().isOutOfBand()).isFalse();
        assertThat(c.boxes().control().isOutOfBand()).isTrue();
        assertThatThrownBy(() -> c.boxes().control().hold())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("c.control");
    }
}
