package io.myelin.engine.plan;

import io.myelin.engine.component.GraphReference;
import io.myelin.engine.component.NearestName;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the graphs that components of type {@code graph:…} stand for, reading each file once. */
final class GraphLibrary {
    private static final String PREFIX = GraphReference.PREFIX;

    private final Map<Path, LoadedGraph> files = new HashMap<>();
    private final NearestNames nearest;
    private final GraphFiles disk;

    GraphLibrary(NearestNames nearest, GraphFiles disk) {
        this.disk = disk;
        this.nearest = nearest;
    }

    /** Whether {@code type} names a graph. */
    static boolean isGraph(String type) {
        return type.startsWith(PREFIX);
    }

    /**
     * The graph that {@code type} names at {@code pointer} inside {@code user}; empty, with every problem told, where
     * there is none that can be used.
     */
    Optional<Definition> find(String type, Definition user, String pointer) {
        String name = type.substring(PREFIX.length());
        if (name.startsWith("./") || name.startsWith("../") || isAbsolute(name)) {
            return file(name, user.source(), pointer);
        }
        Optional<Definition> found = user.find(name);
        if (found.isEmpty()) {
            List<String> known = user.names();
            Phrase phrase = name.endsWith(".json") ? Phrase.GRAPH_UNKNOWN_FILE : Phrase.GRAPH_UNKNOWN;
            Wording allowed = known.isEmpty() ? Wording.of(Phrase.NO_GRAPHS) : Wording.of(NearestName.listed(known));
            user.source()
                    .error(
                            pointer,
                            Wording.of(phrase, name, allowed),
                            nearest.of(name, known).map(PREFIX::concat));
        }
        return found;
    }

    private static boolean isAbsolute(String name) {
        try {
            return Path.of(name).isAbsolute();
        } catch (InvalidPathException unfit) {
            return false;
        }
    }

    private Optional<Definition> file(String name, GraphSource user, String pointer) {
        try {
            Path file = user.folder().resolve(name).normalize();
            Path identity = disk.identity(file);
            LoadedGraph loaded = files.get(identity);
            if (loaded == null) {
                loaded = disk.read(file);
                files.put(identity, loaded);
            }
            GraphSource source = user.used(file, loaded.places(), pointer);
            loaded.problems().forEach(source::pass);
            return loaded.graph().map(graph -> Definition.ofFile(graph, source, identity));
        } catch (InvalidPathException unfit) {
            user.error(pointer, Wording.of(Phrase.NOT_A_PATH, "\"" + name + "\"", unfit.getReason()));
        } catch (NoSuchFileException missing) {
            user.error(
                    pointer,
                    Wording.of(Phrase.FILE_MISSING, user.folder().resolve(name).normalize()));
        } catch (IOException unreadable) {
            user.error(pointer, String.valueOf(unreadable.getMessage()));
        }
        return Optional.empty();
    }
}
