package io.myelin.engine.graph;

import java.util.HashMap;
import java.util.Map;

/** Where each part of a graph stands in its file, by JSON Pointer. Immutable. */
public final class SourcePlaces {
    /** No file: every place is line 0, column 0. */
    public static final SourcePlaces NONE = new SourcePlaces(Map.of());

    private final Map<String, Place> places;

    /** These places, copied. */
    public SourcePlaces(Map<String, Place> places) {
        this.places = new HashMap<>(places);
    }

    /** The place of the value at {@code pointer}, or of the nearest one around it that is known. */
    public Place of(String pointer) {
        String at = pointer;
        while (true) {
            Place place = places.get(at);
            if (place != null) {
                return place;
            }
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return new Place(0, 0);
            }
            at = at.substring(0, slash);
        }
    }

    /**
     * A place in a text.
     *
     * @param line from 1; 0 for none
     * @param column in characters from 1; 0 for none
     */
    public record Place(int line, int column) {}
}
