package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes with a box that goes, what a link counts, and who hears of a change. */
class WiringTest {
    private int changes;
    private final Wiring wiring = new Wiring(() -> changes++);
    private final ByHand sender = new ByHand("sender");
    private final ByHand parent = new ByHand("parent");
    private final ByHand child = new ByHand("parent/child");
    private final ByHand inner = new ByHand("parent/child/inner");
    private final ByHand consumer = new ByHand("consumer");

    @Test
    void anInboxThatGoesTakesItsLinksAndItsPassthroughsOnBothSidesWithIt() {
        wiring.link(sender.outbox(), parent.inbox(), this);
        wiring.link(consumer.outbox(), child.inbox(), this);
        wiring.passThrough(parent.inbox(), child.inbox());
        wiring.passThrough(child.inbox(), inner.inbox());
        sender.outbox().send(1L);
        assertThat(inner.takeAll()).containsExactly(1L);

        wiring.detach(child.inbox());
        sender.outbox().send(2L);
        consumer.outbox().send(3L);

        assertThat(parent.takeAll()).containsExactly(2L);
        assertThat(consumer.outbox().unlinked()).isEqualTo(1);
        assertThat(child.takeAll()).isEmpty();
        assertThat(inner.takeAll()).isEmpty();
        wiring.passThrough(child.inbox(), inner.inbox());
        wiring.passThrough(parent.inbox(), inner.inbox());
        sender.outbox().send(4L);
        assertThat(inner.takeAll()).containsExactly(4L);
    }

    @Test
    void anOutboxThatGoesTakesItsLinksAndItsPassthroughsOnBothSidesWithIt() {
        wiring.link(child.outbox(), sender.inbox(), this);
        wiring.link(parent.outbox(), consumer.inbox(), this);
        wiring.passThrough(inner.outbox(), child.outbox());
        wiring.passThrough(child.outbox(), parent.outbox());
        inner.outbox().send(1L);
        assertThat(sender.takeAll()).containsExactly(1L);
        assertThat(consumer.takeAll()).containsExactly(1L);

        wiring.detach(child.outbox());
        inner.outbox().send(2L);
        child.outbox().send(3L);
        parent.outbox().send(4L);

        assertThat(inner.outbox().unlinked()).isEqualTo(1);
        assertThat(child.outbox().unlinked()).isEqualTo(1);
        assertThat(sender.takeAll()).isEmpty();
        assertThat(consumer.takeAll()).containsExactly(4L);
        wiring.passThrough(child.outbox(), parent.outbox());
        wiring.passThrough(inner.outbox(), parent.outbox());
        inner.outbox().send(5L);
        assertThat(consumer.takeAll()).containsExactly(5L);
    }

    @Test
    void aLinkCountsWhatWentAlongItFromItsOwnOutboxWhereverItHasLed() {
        WiredLink link = wiring.link(sender.outbox(), parent.inbox(), this);
        assertThat(wiring.delivered(link)).isZero();
        sender.outbox().send(1L);
        wiring.passThrough(parent.inbox(), child.inbox());
        sender.outbox().send(2L);
        wiring.cutPassThrough(parent.inbox());
        sender.outbox().send(3L);
        wiring.passThrough(consumer.outbox(), sender.outbox());
        consumer.outbox().send(4L);

        assertThat(wiring.delivered(link)).isEqualTo(3);
        assertThat(child.takeAll()).containsExactly(1L, 2L);
        assertThat(parent.takeAll()).containsExactly(3L, 4L);
    }

    @Test
    void bothEndsOfALinkHearThatItComesAndThatItGoes() {
        WiredLink link = wiring.link(sender.outbox(), consumer.inbox(), this);
        assertThat(sender.linkChanges).isPositive();
        assertThat(consumer.linkChanges).isPositive();
        assertThat(changes).isEqualTo(1);

        sender.linkChanges = 0;
        consumer.linkChanges = 0;
        wiring.unlink(link, this);
        assertThat(sender.linkChanges).isPositive();
        assertThat(consumer.linkChanges).isPositive();
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void aPassthroughThatComesOrGoesIsAChangeThoughNothingIsLinked() {
        wiring.passThrough(parent.inbox(), child.inbox());
        assertThat(changes).isEqualTo(1);
        wiring.cutPassThrough(parent.inbox());
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void theOtherEndHearsOnceOfAnEnd() {
        wiring.link(sender.outbox(), consumer.inbox(), this);
        consumer.linkChanges = 0;
        wiring.finish(sender.outbox(), false);
        wiring.finish(sender.outbox(), false);
        assertThat(consumer.linkChanges).isEqualTo(1);
        assertThat(consumer.inbox().isAtEnd()).isTrue();

        sender.linkChanges = 0;
        wiring.close(consumer.inbox());
        assertThat(sender.linkChanges).isEqualTo(1);
        assertThat(sender.outbox().isClosed()).isTrue();
    }

    @Test
    void whatIsSealedIsAtItsEndThoughNothingWasEverLinkedAndItsOwnerHears() {
        assertThat(consumer.inbox().isAtEnd()).isFalse();
        wiring.seal(consumer.inbox());
        assertThat(consumer.inbox().isAtEnd()).isTrue();
        assertThat(consumer.linkChanges).isEqualTo(1);
    }

    @Test
    void thoseWhoMayStillSendToAnInboxAreItsSenders() {
        wiring.link(sender.outbox(), consumer.inbox(), this);
        wiring.link(parent.outbox(), consumer.inbox(), this);
        assertThat(wiring.sendersTo(consumer.inbox())).containsExactlyInAnyOrder(sender.outbox(), parent.outbox());
        assertThat(wiring.hasFinishedSender(consumer.inbox())).isFalse();

        wiring.finish(sender.outbox(), false);
        assertThat(wiring.sendersTo(consumer.inbox())).containsExactly(parent.outbox());
        assertThat(wiring.hasFinishedSender(consumer.inbox())).isTrue();
        assertThat(consumer.inbox().isAtEnd()).isFalse();
    }

    @Test
    void anOutboxIsClosedOnceEveryInboxThatItLeadsToIsAndNotWhileItIsLinkedToNone() {
        assertThat(sender.outbox().isClosed()).isFalse();
        wiring.link(sender.outbox(), parent.inbox(), this);
        wiring.link(sender.outbox(), child.inbox(), this);
        wiring.link(sender.outbox(), consumer.inbox(), this);
        for (ByHand next : List.of(child, parent)) {
            wiring.close(next.inbox());
            assertThat(sender.outbox().isClosed()).isFalse();
        }
        wiring.close(consumer.inbox());
        assertThat(sender.outbox().isClosed()).isTrue();
    }

    @Test
    void whatIsOfferedIsTakenOnlyWhereAllHaveRoomAndNothingIsHeld() {
        ByHand small = new ByHand("small", 1);
        wiring.link(sender.outbox(), consumer.inbox(), this);
        wiring.link(sender.outbox(), small.inbox(), this);
        assertThat(sender.outbox().offer(1L)).isTrue();
        assertThat(sender.outbox().offer(2L)).isFalse();
        assertThat(consumer.takeAll()).containsExactly(1L);
        assertThat(small.takeAll()).containsExactly(1L);

        sender.held.add("something");
        assertThat(sender.outbox().offer(3L)).isFalse();
        sender.held.clear();
        assertThat(sender.outbox().offer(4L)).isTrue();
        assertThat(sender.outbox().sent()).isEqualTo(2);
        assertThat(small.takeAll()).containsExactly(4L);
    }

    @Test
    void theEndOfARingIsThatAllWhoFeedItAreTakenToHaveFinishedAndNothingMoreGoesIn() {
        wiring.endRing(consumer.inbox());
        assertThat(consumer.inbox().isClosed()).isFalse();
        wiring.link(sender.outbox(), consumer.inbox(), this);
        wiring.link(parent.outbox(), consumer.inbox(), this);
        sender.outbox().send(1L);
        consumer.linkChanges = 0;
        wiring.endRing(consumer.inbox());

        assertThat(consumer.linkChanges).isPositive();
        assertThat(consumer.takeAll()).containsExactly(1L);
        assertThat(consumer.inbox().isAtEnd()).isTrue();
        parent.outbox().send(2L);
        assertThat(parent.outbox().undelivered()).isEqualTo(1);
    }

    @Test
    void whoWatchesALinkSeesAllThatGoesAlongItWhereverItComesToLeadUntilItLooksNoMore() {
        List<Object> seen = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        LinkTap first = (message, sequence) -> seen.add(message);
        LinkTap second = (message, sequence) -> numbers.add(sequence);
        WiredLink link = wiring.link(sender.outbox(), parent.inbox(), this);
        wiring.tap(link, first);
        wiring.tap(link, second);
        sender.outbox().send("one");
        wiring.passThrough(parent.inbox(), child.inbox());
        sender.outbox().send("two");
        wiring.untap(link, first);
        sender.outbox().send("three");
        wiring.untap(link, second);
        sender.outbox().send("four");

        assertThat(seen).containsExactly("one", "two");
        assertThat(numbers).containsExactly(1L, 2L, 3L);
        wiring.unlink(link, this);
        wiring.tap(link, first);
        assertThat(wiring.routesAlong(link)).isEmpty();
    }

    @Test
    void whatIsStillOwedAlongALinkGoesWhereThatHasComeToLead() {
        wiring.link(sender.outbox(), parent.inbox(), this);
        Route before = sender.outbox().routes()[0];
        wiring.passThrough(parent.inbox(), child.inbox());

        assertThat(before.offer("owed")).isTrue();
        assertThat(before.current()).isSameAs(sender.outbox().routes()[0]);
        assertThat(child.takeAll()).containsExactly("owed");
        assertThat(sender.outbox().undelivered()).isZero();
    }
}
