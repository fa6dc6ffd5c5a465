package io.myelin.engine.graph;

import io.myelin.engine.graph.Problem.Severity;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonTextException;
import io.myelin.engine.message.JsonValues;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the text of a graph file to the graph, or to every problem with it. */
final class GraphParser {
    private static final Pattern FORMAT = Pattern.compile("myelin-graph/(0|[1-9]\\d{0,8})");

    private final GraphMigrations migrations;

    GraphParser(GraphMigrations migrations) {
        this.migrations = migrations;
    }

    LoadedGraph parse(String text) {
        PlacesRecorder recorder = new PlacesRecorder();
        Object value;
        try {
            value = JsonValues.parse(text, recorder);
        } catch (JsonTextException malformed) {
            return refused(malformed);
        }
        SourcePlaces places = recorder.places();
        ProblemLog problems = new ProblemLog(places);
        problems.addAll(recorder.duplicates());
        GraphReader reader = new GraphReader(problems);
        Optional<Graph> graph = problems.object(value, "")
                .flatMap(document -> version(document, problems).stream()
                        .mapToObj(version -> migrations.migrate(document, version))
                        .findFirst())
                .map(reader::read)
                .filter(_ -> reader.hasAllParts());
        return new LoadedGraph(graph, places, problems.inOrder());
    }

    private static LoadedGraph refused(JsonTextException malformed) {
        Problem problem = new Problem(
                Severity.ERROR,
                "",
                malformed.line(),
                malformed.column(),
                "this is not JSON: " + malformed.problem(),
                Optional.empty());
        return new LoadedGraph(Optional.empty(), SourcePlaces.NONE, List.of(problem));
    }

    /** The version to read it as: the newest where it says none that there is; empty for one that is newer. */
    private OptionalInt version(DataRecord document, ProblemLog problems) {
        String newest = "\"myelin-graph/" + migrations.newest() + "\"";
        Object format = document.get(GraphKeys.FORMAT);
        if (format == null) {
            problems.error("", "the key \"format\" is missing: a graph file says \"format\": " + newest);
            return OptionalInt.of(migrations.newest());
        }
        Matcher name = FORMAT.matcher(format instanceof String text ? text : "");
        if (!name.matches()) {
            problems.misfit("/" + GraphKeys.FORMAT, format, newest);
            return OptionalInt.of(migrations.newest());
        }
        int version = Integer.parseInt(name.group(1));
        if (version > migrations.newest()) {
            problems.error(
                    "/" + GraphKeys.FORMAT,
                    "the file is of the format \"" + format + "\", and this Myelin reads formats up to " + newest
                            + ": open it with a newer Myelin");
            return OptionalInt.empty();
        }
        if (version < migrations.oldest()) {
            problems.misfit("/" + GraphKeys.FORMAT, format, newest);
            return OptionalInt.of(migrations.newest());
        }
        return OptionalInt.of(version);
    }
}
