package io.myelin.app.editor.live.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.palette.view.ChartContent.Point;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Many points of a chart drawn as few")
class ThinnedPointsTest {
    private static List<Point> wave(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new Point(at, at == count / 3 ? 50 : Math.sin(at / 100.0), ""))
                .toList();
    }

    @Test
    void fewStayAsTheyAre() {
        assertThat(ThinnedPoints.of(wave(600), 600)).isEqualTo(wave(600));
    }

    @Test
    void manyBecomeFewInTheirOrderWithTheirEndsAndNoPeakLost() {
        List<Point> all = wave(100_000);
        List<Point> few = ThinnedPoints.of(all, 600);
        assertThat(few)
                .hasSizeLessThanOrEqualTo(600)
                .hasSizeGreaterThan(300)
                .isSortedAccordingTo(Comparator.comparingDouble(Point::x))
                .contains(all.get(all.size() / 3))
                .startsWith(all.getFirst())
                .endsWith(all.getLast());
    }
}
