package io.myelin.engine.graph;

import io.myelin.engine.graph.Problem.Severity;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The problems found while one file is read. */
final class ProblemLog {
    private final SourcePlaces places;
    private final List<Problem> problems = new ArrayList<>();

    ProblemLog(SourcePlaces places) {
        this.places = places;
    }

    void addAll(List<Problem> found) {
        problems.addAll(found);
    }

    void error(String pointer, String message) {
        problems.add(Problem.at(places, Severity.ERROR, pointer, Wording.of(message), Optional.empty()));
    }

    void warning(String pointer, Wording message, Optional<String> nearest) {
        problems.add(Problem.at(places, Severity.WARNING, pointer, message, nearest));
    }

    void misfit(String pointer, Object found, String allowed) {
        misfit(pointer, found, allowed, Optional.empty());
    }

    void misfit(String pointer, Object found, String allowed, Optional<String> nearest) {
        Wording message = Wording.of(Phrase.FOUND, Wording.describing(found), allowed);
        problems.add(Problem.at(places, Severity.ERROR, pointer, message, nearest));
    }

    /** The value as an object; empty, with the problem noted, where it is none. */
    Optional<DataRecord> object(Object value, String pointer) {
        if (value instanceof DataRecord object) {
            return Optional.of(object);
        }
        misfit(pointer, value, "an object");
        return Optional.empty();
    }

    /** The box that {@code text} names; empty, with the problem noted, where it is not well written. */
    Optional<BoxReference> box(String text, String pointer, String direction) {
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            misfit(pointer, text, "\"component." + direction + "\", parted by a dot");
            return Optional.empty();
        }
        return Optional.of(new BoxReference(text.substring(0, dot), text.substring(dot + 1)));
    }

    /** All, in the order of the file. */
    List<Problem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
