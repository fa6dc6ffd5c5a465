package io.myelin.engine.plan;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A graph where it is defined: in a file, perhaps inside other graphs, whose inner graphs it can name. */
final class Definition {
    private final Graph graph;
    private final String pointer;
    private final GraphSource source;
    private final Object identity;
    private final Optional<Definition> enclosing;
    private final Map<String, Definition> inner = new HashMap<>();

    private Definition(
            Graph graph, String pointer, GraphSource source, Object identity, Optional<Definition> enclosing) {
        this.graph = graph;
        this.pointer = pointer;
        this.source = source;
        this.identity = identity;
        this.enclosing = enclosing;
    }

    /** The graph of a whole file; {@code identity} is equal for equal files. */
    static Definition ofFile(Graph graph, GraphSource source, Object identity) {
        return new Definition(graph, "", source, identity, Optional.empty());
    }

    /** The graph called {@code name}: of this one's inner graphs, or those of the ones around it. */
    Optional<Definition> find(String name) {
        for (Optional<Definition> at = Optional.of(this); at.isPresent(); at = at.get().enclosing) {
            Definition around = at.get();
            Graph found = around.graph.graphs().get(name);
            if (found != null) {
                return Optional.of(around.inner.computeIfAbsent(name, _ -> around.inner(name, found)));
            }
        }
        return Optional.empty();
    }

    private Definition inner(String name, Graph found) {
        String at = JsonPointers.child(JsonPointers.child(pointer, "graphs"), name);
        return new Definition(found, at, source, List.of(identity, at), Optional.of(this));
    }

    /** The graphs defined inside this one that nothing has named so far. */
    List<Definition> unused() {
        List<Definition> unused = new ArrayList<>();
        graph.graphs().forEach((name, found) -> {
            if (!inner.containsKey(name)) {
                Definition definition = inner(name, found);
                inner.put(name, definition);
                unused.add(definition);
            }
        });
        return unused;
    }

    /** The names of all graphs that can be named here. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Optional<Definition> at = Optional.of(this); at.isPresent(); at = at.get().enclosing) {
            names.addAll(at.get().graph.graphs().keySet());
        }
        return names;
    }

    /** What people call it: its name among inner graphs, or its file. */
    String name() {
        return pointer.isEmpty()
                ? source.name()
                : "\"" + JsonPointers.steps(pointer).getLast() + "\"";
    }

    Graph graph() {
        return graph;
    }

    GraphSource source() {
        return source;
    }

    /** Whether this is the very definition that {@code other} is, though perhaps reached another way. */
    boolean isSameAs(Definition other) {
        return identity.equals(other.identity);
    }

    /** The pointer of a part of this graph in its file. */
    String at(String key) {
        return JsonPointers.child(pointer, key);
    }

    /** The pointer of a named part of this graph in its file. */
    String at(String key, String name) {
        return JsonPointers.child(at(key), name);
    }

    /** The pointer of a numbered part of this graph in its file. */
    String at(String key, int index) {
        return JsonPointers.child(at(key), index);
    }
}
