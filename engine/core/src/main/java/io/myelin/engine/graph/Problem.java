package io.myelin.engine.graph;

import io.myelin.engine.message.Wording;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something wrong with a graph, for people.
 *
 * @param severity whether it stands in the way of a run
 * @param pointer the JSON Pointer of the place
 * @param line of the file, from 1; 0 where there is no file
 * @param column in characters, from 1; 0 where there is no file
 * @param wording what was found and what is allowed, one or two sentences
 * @param nearest the nearest known name, for a misspelt one
 */
public record Problem(
        Severity severity, String pointer, int line, int column, Wording wording, Optional<String> nearest) {

    /** Whether a problem stands in the way of a run. */
    public enum Severity {
        /** The graph cannot run. */
        ERROR,
        /** It can, but perhaps not as meant. */
        WARNING
    }

    /** One of which only a text is known. */
    public Problem(Severity severity, String pointer, int line, int column, String message, Optional<String> nearest) {
        this(severity, pointer, line, column, Wording.of(message), nearest);
    }

    /** A problem at {@code pointer}, its line and column looked up in {@code places}. */
    public static Problem at(
            SourcePlaces places, Severity severity, String pointer, Wording wording, Optional<String> nearest) {
        SourcePlaces.Place place = places.of(pointer);
        return new Problem(severity, pointer, place.line(), place.column(), wording, nearest);
    }

    /** What is wrong, in English. */
    public String message() {
        return wording.english();
    }

    /** This one with {@code severity}. */
    public Problem with(Severity changed) {
        return new Problem(changed, pointer, line, column, wording, nearest);
    }

    /** This one with every text in what it says changed. */
    public Problem mapped(UnaryOperator<String> change) {
        return new Problem(severity, pointer, line, column, wording.map(change), nearest);
    }

    /** Whether the graph cannot run. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
