package io.myelin.app.editor.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding by place. */
class SpatialIndexTest {
    @Test
    void it_finds_what_a_look_at_everything_finds_whatever_was_moved_and_removed() {
        Random random = new Random(7);
        SpatialIndex<Integer, Integer> index = new SpatialIndex<>();
        Map<Integer, Bounds> all = new HashMap<>();
        for (int step = 0; step < 3_000; step++) {
            int item = random.nextInt(200);
            if (random.nextInt(4) == 0) {
                index.remove(item);
                all.remove(item);
            } else {
                double size = random.nextInt(20) == 0 ? 9_000 : 300;
                Bounds bounds = random(random, size);
                index.put(item, item, bounds);
                all.put(item, bounds);
            }
            Bounds area = random(random, 1_500);
            List<Integer> expected = all.entrySet().stream()
                    .filter(entry -> entry.getValue().intersects(area))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(index.touching(area)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(index.hasMoreIn(area, expected.size())).isFalse();
            assertThat(index.hasMoreIn(area, expected.size() - 1)).isTrue();
        }
        assertThat(index.size()).isEqualTo(all.size());
    }

    private static Bounds random(Random random, double size) {
        return new Bounds(
                random.nextDouble(-5_000, 5_000),
                random.nextDouble(-5_000, 5_000),
                random.nextDouble(size),
                random.nextDouble(size));
    }

    @Test
    void cells_left_and_above_of_the_origin_are_cells_of_their_own() {
        SpatialIndex<String, String> index = new SpatialIndex<>();
        index.put("left", "left", new Bounds(-300, 10, 5, 5));
        index.put("right", "right", new Bounds(300, 10, 5, 5));
        IntStream.range(0, 100).forEach(i -> index.put("far" + i, "far" + i, new Bounds(9_000 + i, 9_000, 1, 1)));
        assertThat(index.touching(new Bounds(-310, 0, 50, 50))).containsExactly("left");
    }
}
