package io.myelin.app.editor.live.view;

import io.myelin.palette.view.ChartContent.Point;
import java.util.ArrayList;
import java.util.List;

/** Fewer points that look the same. */
final class ThinnedPoints {
    private ThinnedPoints() {}

    /**
     * At most {@code most} (4 and up) of {@code points}, in their order: of each stretch the lowest and the highest, so
     * that no peak is lost, and the first and last of all.
     */
    static List<Point> of(List<Point> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        int stretches = (most - 2) / 2;
        List<Point> kept = new ArrayList<>(most);
        kept.add(points.getFirst());
        int inner = points.size() - 2;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = 1 + (int) ((long) inner * stretch / stretches);
            int to = 1 + (int) ((long) inner * (stretch + 1) / stretches);
            int low = from;
            int high = from;
            for (int at = from; at < to; at++) {
                low = points.get(at).y() < points.get(low).y() ? at : low;
                high = points.get(at).y() > points.get(high).y() ? at : high;
            }
            kept.add(points.get(Math.min(low, high)));
            if (low != high) {
                kept.add(points.get(Math.max(low, high)));
            }
        }
        kept.add(points.getLast());
        return kept;
    }
}
