package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The ring in which messages wait. */
class MessageRingTest {
    private final MessageRing ring = new MessageRing();

    @Test
    void whatComesAndGoesOneByOneNeedsNoMoreThanTheFirstSlots() {
        Object[] first = ring.filling;
        for (long i = 0; i < 10_000; i++) {
            assertThat(ring.offer(i, 1024)).isTrue();
            assertThat(ring.poll()).isEqualTo(i);
        }

        assertThat(ring.filling).isSameAs(first);
        assertThat(ring.added()).isEqualTo(10_000);
        assertThat(ring.removed()).isEqualTo(10_000);
        assertThat(ring.poll()).isNull();
    }

    @Test
    void itGrowsAsFarAsItsCapacityAndKeepsTheOrderAndTheCount() {
        for (long i = 0; i < 1000; i++) {
            assertThat(ring.size()).isEqualTo((int) i);
            assertThat(ring.offer(i, 1000)).isTrue();
        }
        assertThat(ring.offer("one too many", 1000)).isFalse();
        assertThat(ring.added()).isEqualTo(1000);
        for (long i = 0; i < 1000; i++) {
            assertThat(ring.removed()).isEqualTo(i);
            assertThat(ring.poll()).isEqualTo(i);
        }
        assertThat(ring.size()).isZero();
        assertThat(ring.offer("again", 1)).isTrue();
        assertThat(ring.offer("again", 1)).isFalse();
    }

    @Test
    void severalAtOnceGoInAsFarAsThereIsRoomWhereverTheStorageEndsOrGrows() {
        long taken = 0;
        long added = 0;
        for (int round = 1; round < 400; round++) {
            Object[] some = new Object[round % 40 + 1];
            for (int at = 0; at < some.length; at++) {
                some[at] = added + at;
            }
            int room = 100 - ring.size();
            int count = some.length - round % 2;
            int fitting = ring.offerAll(some, count, 100);
            assertThat(fitting).isEqualTo(Math.min(count, room));
            added += fitting;
            assertThat(ring.added()).isEqualTo(added);
            for (int left = round % 23; left > 0 && taken < added; left--) {
                assertThat(ring.poll()).isEqualTo(taken++);
            }
        }
        while (taken < added) {
            assertThat(ring.poll()).isEqualTo(taken++);
        }
        assertThat(ring.poll()).isNull();
    }

    @Test
    void whereNothingFitsNothingGoesInAndTheCapacityMayBeLoweredBelowWhatWaits() {
        Object[] some = {1L, 2L, 3L};
        assertThat(ring.offerAll(some, 0, 10)).isZero();
        assertThat(ring.offerAll(some, 3, 10)).isEqualTo(3);
        assertThat(ring.offerAll(some, 3, 2)).isZero();
        assertThat(ring.offerAll(some, 3, 0)).isZero();
        assertThat(ring.offerAll(some, 3, 4)).isEqualTo(1);
        assertThat(ring.size()).isEqualTo(4);
    }
}
