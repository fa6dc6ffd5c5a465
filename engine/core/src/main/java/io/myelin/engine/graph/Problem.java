package io.myelin.engine.graph;

import java.util.Optional;

/**
 * Something wrong with a graph, for people.
 *
 * @param severity whether it stands in the way of a run
 * @param pointer the JSON Pointer of the place
 * @param line of the file, from 1; 0 where there is no file
 * @param column in characters, from 1; 0 where there is no file
 * @param message what was found and what is allowed, one or two sentences
 * @param nearest the nearest known name, for a misspelt one
 */
public record Problem(
        Severity severity, String pointer, int line, int column, String message, Optional<String> nearest) {

    /** Whether a problem stands in the way of a run. */
    public enum Severity {
        /** The graph cannot run. */
        ERROR,
        /** It can, but perhaps not as meant. */
        WARNING
    }

    /** A problem at {@code pointer}, its line and column looked up in {@code places}. */
    public static Problem at(
            SourcePlaces places, Severity severity, String pointer, String message, Optional<String> nearest) {
        SourcePlaces.Place place = places.of(pointer);
        return new Problem(severity, pointer, place.line(), place.column(), message, nearest);
    }

    /** Whether the graph cannot run. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
