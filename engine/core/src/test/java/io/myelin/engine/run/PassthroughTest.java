package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The boxes of subgraphs: rows C. */
class PassthroughTest {
    private final Wiring wiring = new Wiring();
    private final ByHand sender = new ByHand("sender");
    private final ByHand parent = new ByHand("parent");
    private final ByHand child = new ByHand("parent/child");
    private final ByHand consumer = new ByHand("consumer");

    @Test
    void c01_what_is_sent_to_a_passed_through_inbox_is_at_the_child() {
        wiring.link(sender.outbox(), parent.inbox(), this);
        wiring.passThrough(parent.inbox(), child.inbox());
        sender.outbox().send("m");

        assertThat(child.takeAll()).containsExactly("m");
        assertThat(parent.inbox().size()).isZero();
        assertThat(parent.inbox().received()).isZero();
    }

    @Test
    void c02_the_order_of_linking_makes_no_difference() {
        wiring.passThrough(parent.inbox(), child.inbox());
        wiring.link(sender.outbox(), parent.inbox(), this);
        sender.outbox().send("m");

        assertThat(child.takeAll()).containsExactly("m");
        assertThat(parent.inbox().size()).isZero();
    }

    @Test
    void c03_what_a_child_sends_leaves_by_its_parents_outbox_in_both_orders_of_linking() {
        wiring.passThrough(child.outbox(), parent.outbox());
        wiring.link(parent.outbox(), consumer.inbox(), this);
        child.outbox().send("m");
        assertThat(consumer.takeAll()).containsExactly("m");

        ByHand laterChild = new ByHand("parent/later");
        wiring.passThrough(laterChild.outbox(), parent.outbox());
        laterChild.outbox().send("n");
        assertThat(consumer.takeAll()).containsExactly("n");
    }

    @Test
    void c04_what_the_parent_itself_sends_arrives_as_well_in_order() {
        wiring.passThrough(child.outbox(), parent.outbox());
        wiring.link(parent.outbox(), consumer.inbox(), this);
        child.outbox().send(1L);
        parent.outbox().send(2L);
        child.outbox().send(3L);

        assertThat(consumer.takeAll()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void c05_a_chain_delivers_once_to_its_end_and_wakes_nobody_between() {
        ByHand inner = new ByHand("consumer/inner");
        ByHand innermost = new ByHand("consumer/inner/innermost");
        wiring.passThrough(child.outbox(), parent.outbox());
        wiring.link(parent.outbox(), consumer.inbox(), this);
        wiring.passThrough(consumer.inbox(), inner.inbox());
        wiring.passThrough(inner.inbox(), innermost.inbox());
        parent.sleep();
        consumer.sleep();
        inner.sleep();
        innermost.sleep();
        child.outbox().send("m");

        assertThat(innermost.wakes()).isEqualTo(1);
        assertThat(innermost.takeAll()).containsExactly("m");
        assertThat(parent.wakes() + consumer.wakes() + inner.wakes()).isZero();
        assertThat(consumer.inbox().received() + inner.inbox().received()).isZero();
    }

    @Test
    void c06_when_the_end_collects_every_outbox_that_waits_is_told_and_no_inbox_between() {
        ByHand inner = new ByHand("consumer/inner", 4);
        wiring.passThrough(child.outbox(), parent.outbox());
        wiring.link(parent.outbox(), consumer.inbox(), this);
        wiring.passThrough(consumer.inbox(), inner.inbox());
        parent.outbox().send(1L);
        child.outbox().send(2L);
        parent.outbox().send(3L);
        child.outbox().send(4L);
        asleepAndWaiting(child);
        asleepAndWaiting(parent);
        consumer.sleep();
        assertThat(inner.takeAll()).containsExactly(1L, 2L, 3L, 4L);

        assertThat(child.wakes()).isEqualTo(1);
        assertThat(parent.wakes()).isEqualTo(1);
        assertThat(consumer.wakes()).isZero();
    }

    /** Waits for room, and sleeps meanwhile. */
    private static void asleepAndWaiting(ByHand owner) {
        assertThat(owner.outbox().routes()[0].awaitRoom()).isFalse();
        owner.sleep();
    }

    @Test
    void c10_who_is_cut_off_before_collection_is_not_told_and_who_is_linked_again_or_newly_is() {
        ByHand inner = new ByHand("consumer/inner", 4);
        wiring.passThrough(child.outbox(), parent.outbox());
        wiring.link(parent.outbox(), consumer.inbox(), this);
        wiring.passThrough(consumer.inbox(), inner.inbox());
        for (long i = 1; i <= 4; i++) {
            parent.outbox().send(i);
        }
        asleepAndWaiting(child);
        asleepAndWaiting(parent);
        wiring.cutPassThrough(child.outbox());
        // It hears of the break, and then of nothing more.
        assertThat(child.wakes()).isEqualTo(1);
        child.sleep();
        assertThat(inner.takeAll()).hasSize(4);
        assertThat(child.wakes()).isEqualTo(1);
        assertThat(parent.wakes()).isEqualTo(1);
        parent.outbox().routes()[0].leaveQueue();

        wiring.passThrough(child.outbox(), parent.outbox());
        wiring.link(sender.outbox(), consumer.inbox(), this);
        for (long i = 5; i <= 8; i++) {
            parent.outbox().send(i);
        }
        asleepAndWaiting(child);
        asleepAndWaiting(sender);
        assertThat(inner.takeAll()).hasSize(4);
        assertThat(child.wakes()).isEqualTo(2);
        assertThat(sender.wakes()).isEqualTo(1);
    }

    @Test
    void c11_a_circle_of_passthroughs_is_a_clear_error() {
        wiring.passThrough(parent.inbox(), child.inbox());
        wiring.passThrough(child.outbox(), parent.outbox());

        assertThatThrownBy(() -> wiring.passThrough(child.inbox(), parent.inbox()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parent/child.inbox")
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> wiring.passThrough(parent.outbox(), child.outbox()))
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> wiring.passThrough(consumer.inbox(), consumer.inbox()))
                .hasMessageContaining("circle");
    }

    @Test
    void c12_a_thousand_nested_passthroughs_work_and_cost_a_send_nothing() {
        ByHand outermost = parent;
        ByHand last = outermost;
        wiring.link(sender.outbox(), outermost.inbox(), this);
        for (int depth = 0; depth < 1000; depth++) {
            ByHand next = new ByHand("depth" + depth);
            wiring.passThrough(last.inbox(), next.inbox());
            wiring.passThrough(next.outbox(), last.outbox());
            last = next;
        }
        wiring.link(outermost.outbox(), consumer.inbox(), this);
        sender.outbox().send("in");
        last.outbox().send("out");

        assertThat(last.takeAll()).containsExactly("in");
        assertThat(consumer.takeAll()).containsExactly("out");
        // What a send looks at is one final inbox, whatever lies between.
        assertThat(sender.outbox().routes()).hasSize(1);
        assertThat(sender.outbox().routes()[0].inbox()).isSameAs(last.inbox());
        assertThat(last.outbox().routes()).hasSize(1);
    }

    @Test
    void whatWaitsAtAnInboxGoesFirstWhenItIsPassedThrough() {
        wiring.link(sender.outbox(), parent.inbox(), this);
        sender.outbox().send(1L);
        sender.outbox().send(2L);
        child.sleep();
        wiring.passThrough(parent.inbox(), child.inbox());
        sender.outbox().send(3L);

        assertThat(child.takeAll()).containsExactly(1L, 2L, 3L);
        assertThat(parent.inbox().size()).isZero();
        assertThat(child.wakes()).isPositive();
    }

    @Test
    void c07_what_waits_goes_to_the_child_in_order_and_wakes_it() {
        wiring.link(sender.outbox(), parent.inbox(), this);
        sender.outbox().send(1L);
        sender.outbox().send(2L);
        child.sleep();
        wiring.passThrough(parent.inbox(), child.inbox());

        assertThat(parent.inbox().size()).isZero();
        assertThat(child.wakes()).isPositive();
        assertThat(child.takeAll()).containsExactly(1L, 2L);
    }

    @Test
    void c08_what_is_sent_afterwards_follows_what_waited() {
        wiring.setInUse();
        wiring.link(sender.outbox(), parent.inbox(), this);
        sender.outbox().send(1L);
        sender.outbox().send(2L);
        wiring.passThrough(parent.inbox(), child.inbox());
        sender.outbox().send(3L);

        assertThat(child.takeAll()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void c08_what_is_on_its_way_when_an_inbox_is_passed_through_comes_before_what_is_sent_next() {
        wiring.setInUse();
        wiring.link(sender.outbox(), parent.inbox(), this);
        sender.outbox().send(1L);
        wiring.passThrough(parent.inbox(), child.inbox());
        // Its sender had looked where to send to before.
        parent.inbox().offer(2L, sender.outbox());
        ByHand grandchild = new ByHand("parent/child/grandchild");
        wiring.passThrough(child.inbox(), grandchild.inbox());
        sender.outbox().send(3L);

        assertThat(grandchild.takeAll()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void c08_what_finds_no_room_where_an_inbox_is_passed_through_to_stays_with_its_sender() {
        ByHand small = new ByHand("parent/small", 1);
        wiring.link(consumer.outbox(), small.inbox(), this);
        consumer.outbox().send("fills it");
        wiring.setInUse();
        wiring.link(sender.outbox(), parent.inbox(), this);
        wiring.passThrough(parent.inbox(), small.inbox());
        sender.outbox().send("held");

        assertThat(sender.held).containsExactly("held");
        assertThat(small.takeAll()).containsExactly("fills it");
    }

    @Test
    void c09_when_a_passthrough_is_removed_new_messages_stay_at_the_parent_and_delivered_ones_at_the_child() {
        wiring.link(sender.outbox(), parent.inbox(), this);
        wiring.passThrough(parent.inbox(), child.inbox());
        sender.outbox().send(1L);
        wiring.cutPassThrough(parent.inbox());
        sender.outbox().send(2L);

        assertThat(child.takeAll()).containsExactly(1L);
        assertThat(parent.takeAll()).containsExactly(2L);
    }

    @Test
    void c13_a_parent_gets_nothing_from_an_inbox_that_is_passed_through() {
        wiring.link(sender.outbox(), parent.inbox(), this);
        wiring.passThrough(parent.inbox(), child.inbox());
        sender.outbox().send(1L);

        assertThat(parent.inbox().poll()).isNull();
        assertThat(parent.inbox().size()).isZero();
        assertThat(child.takeAll()).containsExactly(1L);
    }

    @Test
    void c14_what_waits_is_not_lost_where_the_child_has_less_room() {
        ByHand narrow = new ByHand("parent/narrow", 1);
        wiring.link(sender.outbox(), parent.inbox(), this);
        for (long i = 1; i <= 3; i++) {
            sender.outbox().send(i);
        }
        wiring.passThrough(parent.inbox(), narrow.inbox());
        assertThat(sender.outbox().hasRoom()).isFalse();
        sender.outbox().send(4L);

        assertThat(narrow.takeAll()).containsExactly(1L, 2L, 3L);
        assertThat(sender.held).containsExactly(4L);
        assertThat(sender.outbox().hasRoom()).isTrue();
    }
}
