package io.myelin.app.editor.canvas.arrange;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.text.Texts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The directions in which components can be brought evenly apart. */
public enum Distribution {
    /** From left to right. */
    ACROSS,
    /** From top to bottom. */
    DOWN;

    private static final Texts TEXTS = Texts.of(Distribution.class);

    /** What it does, for people. */
    public String title() {
        return TEXTS.get("distribute." + name().toLowerCase(Locale.ROOT));
    }

    /** Top left corners with the same gap between neighbours; the first and the last stay. */
    Map<String, Point> places(Map<String, Bounds> components) {
        List<Map.Entry<String, Bounds>> inOrder = components.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> start(entry.getValue())))
                .toList();
        double begin = start(inOrder.getFirst().getValue());
        Bounds last = inOrder.getLast().getValue();
        double sizes =
                inOrder.stream().mapToDouble(entry -> size(entry.getValue())).sum();
        double gap = (start(last) + size(last) - begin - sizes) / (inOrder.size() - 1);
        Map<String, Point> places = new LinkedHashMap<>();
        double at = begin;
        for (Map.Entry<String, Bounds> entry : inOrder) {
            Bounds bounds = entry.getValue();
            places.put(entry.getKey(), this == ACROSS ? new Point(at, bounds.y()) : new Point(bounds.x(), at));
            at += size(bounds) + gap;
        }
        return places;
    }

    private double start(Bounds bounds) {
        return this == ACROSS ? bounds.x() : bounds.y();
    }

    private double size(Bounds bounds) {
        return this == ACROSS ? bounds.width() : bounds.height();
    }
}
