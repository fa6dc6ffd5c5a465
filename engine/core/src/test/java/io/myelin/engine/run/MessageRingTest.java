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
}
