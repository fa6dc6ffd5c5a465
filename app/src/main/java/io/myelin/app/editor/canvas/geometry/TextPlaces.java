package io.myelin.app.editor.canvas.geometry;

import java.util.List;
import java.util.Optional;

/** Finds room for what is written on links, so that it covers no card: as near to its usual place as there is some. */
public final class TextPlaces {
    /** How far one place that is tried is from the next, in units of the world. */
    private static final double STEP = 12;

    /** Nearer to its ends than this the text would seem to be that of a box. */
    private static final double FROM_END = 12;

    /** Beside a card, a text keeps so far from its edge. */
    private static final double APART = 2;

    private final CanvasGeometry geometry;

    /** Finds among the cards of {@code geometry}. */
    public TextPlaces(CanvasGeometry geometry) {
        this.geometry = geometry;
    }

    /**
     * Where a text so large has room along {@code path}, as the rectangle that it takes: at {@code usual}, a part of the
     * length, or as near to that as it can be. Its upper edge is at one of {@code above} below the line, the first that
     * is free. Empty where it would cover a card wherever it was.
     */
    public Optional<Bounds> along(LinkPath path, double usual, double width, double height, List<Double> above) {
        double length = path.length();
        double middle = usual * length;
        double most = Math.max(middle, length - middle) - FROM_END;
        for (double away = 0; away <= Math.max(0, most); away += STEP) {
            for (double at : away == 0 ? List.of(middle) : List.of(middle - away, middle + away)) {
                boolean isInside = away == 0 || at >= FROM_END && at <= length - FROM_END;
                Optional<Bounds> free =
                        isInside ? at(path.at(length == 0 ? 0 : at / length), width, height, above) : Optional.empty();
                if (free.isPresent()) {
                    return free;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Bounds> at(Point place, double width, double height, List<Double> above) {
        return above.stream()
                .map(y -> new Bounds(place.x() - width / 2, place.y() + y, width, height))
                .filter(this::isFree)
                .findFirst();
    }

    /** Whether nothing stands in {@code area} that a text would cover. */
    public boolean isFree(Bounds area) {
        return !geometry.isCovered(area.grown(APART));
    }
}
