package io.myelin.app.editor.file;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.graph.Subgraph;
import io.myelin.engine.message.DataRecord;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The relative paths of a graph that moves to another folder, written so that they mean the same files there: of
 * settings, of parameters' defaults, and of graphs used from files. What begins with a reference stays as it is.
 */
public final class MovedPaths {
    private final ComponentCatalog catalog;
    private final Path from;
    private final Path to;

    /** For a move from the folder {@code from} to the folder {@code to}, both absolute. */
    public MovedPaths(ComponentCatalog catalog, Path from, Path to) {
        this.catalog = catalog;
        this.from = from.normalize();
        this.to = to.normalize();
    }

    /** The edit of {@code graph} that keeps its paths' meaning; empty where nothing is to be changed. */
    public Optional<GraphEdit> edit(Graph graph) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        Graph moved = moved(graph, List.of());
        List<GraphEdit> edits = new ArrayList<>();
        moved.components().forEach((id, component) -> {
            if (!component.equals(graph.components().get(id))) {
                edits.add(new GraphEdit.ChangeComponent(id, component));
            }
        });
        if (!moved.parameters().equals(graph.parameters()) || !moved.graphs().equals(graph.graphs())) {
            edits.add(new GraphEdit.ChangeGraph(moved));
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(new GraphEdit.Several(edits));
    }

    /** {@code around}: the graphs that {@code graph} is defined in, innermost first. */
    private Graph moved(Graph graph, List<Graph> around) {
        List<Graph> scope = new ArrayList<>(List.of(graph));
        scope.addAll(around);
        Map<String, GraphParameter> parameters = new LinkedHashMap<>();
        graph.parameters().forEach((name, parameter) -> parameters.put(name, moved(parameter)));
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        graph.components().forEach((id, component) -> components.put(id, moved(component, scope)));
        Map<String, Graph> graphs = new LinkedHashMap<>();
        graph.graphs().forEach((name, inner) -> graphs.put(name, moved(inner, scope)));
        return graph.withParameters(parameters).withComponents(components).withGraphs(graphs);
    }

    private GraphParameter moved(GraphParameter parameter) {
        return parameter.type() == ParameterType.PATH
                ? new GraphParameter(
                        parameter.type(),
                        parameter.defaultValue().map(this::path),
                        parameter.description(),
                        parameter.unknown())
                : parameter;
    }

    private GraphComponent moved(GraphComponent component, List<Graph> scope) {
        String type = component.type();
        Optional<ComponentType> known = catalog.find(type);
        if (known.isPresent()) {
            return component.withSettings(
                    fields(component.settings(), known.get().settings().declarations()));
        }
        if (!type.startsWith(Subgraph.TYPE)) {
            return component;
        }
        String name = type.substring(Subgraph.TYPE.length());
        Optional<Graph> used = isFile(name) ? inFile(name) : inner(name, scope);
        GraphComponent moved = component.withSettings(
                used.map(graph -> arguments(component.settings(), graph)).orElse(component.settings()));
        return isFile(name) ? moved.withType(Subgraph.TYPE + graphFile(name)) : moved;
    }

    private static boolean isFile(String name) {
        return name.startsWith("./") || name.startsWith("../");
    }

    private static Optional<Graph> inner(String name, List<Graph> scope) {
        return scope.stream()
                .flatMap(graph -> Optional.ofNullable(graph.graphs().get(name)).stream())
                .findFirst();
    }

    private Optional<Graph> inFile(String name) {
        try {
            return GraphFile.read(from.resolve(name)).graph();
        } catch (IOException | InvalidPathException unreadable) {
            // What cannot be read has no parameters that anybody knows; the check of the document says so.
            return Optional.empty();
        }
    }

    private String graphFile(String name) {
        String moved = text(name);
        return isFile(moved) || Path.of(moved).isAbsolute() ? moved : "./" + moved;
    }

    private DataRecord arguments(DataRecord settings, Graph used) {
        DataRecord moved = settings;
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            GraphParameter parameter = used.parameters().get(setting.getKey());
            if (parameter != null && parameter.type() == ParameterType.PATH) {
                moved = moved.with(setting.getKey(), path(setting.getValue()));
            }
        }
        return moved;
    }

    private DataRecord fields(DataRecord values, List<SettingDeclaration> declarations) {
        DataRecord moved = values;
        for (SettingDeclaration declaration : declarations) {
            Object value = values.get(declaration.name());
            if (value != null) {
                moved = moved.with(declaration.name(), value(value, declaration));
            }
        }
        return moved;
    }

    private Object value(Object value, SettingDeclaration declaration) {
        Optional<SettingDeclaration> element = declaration.element();
        if (declaration.kind() == Kind.PATH) {
            return path(value);
        }
        if (declaration.kind() == Kind.GROUP && value instanceof DataRecord group) {
            return fields(group, declaration.fields());
        }
        if (element.isPresent() && value instanceof List<?> list) {
            return list.stream().<Object>map(one -> value(one, element.get())).toList();
        }
        if (element.isPresent() && value instanceof DataRecord map) {
            DataRecord.Builder moved = DataRecord.builder();
            map.forEach((name, one) -> moved.put(name, value(one, element.get())));
            return moved.build();
        }
        return value;
    }

    private Object path(Object value) {
        return value instanceof String text ? text(text) : value;
    }

    private String text(String path) {
        if (path.isBlank() || path.startsWith("${")) {
            return path;
        }
        try {
            return Path.of(path).isAbsolute()
                    ? path
                    : relative(from.resolve(path).normalize());
        } catch (InvalidPathException unfit) {
            return path;
        }
    }

    private String relative(Path target) {
        if (!Objects.equals(target.getRoot(), to.getRoot())) {
            return target.toString();
        }
        String written =
                to.relativize(target).toString().replace(target.getFileSystem().getSeparator(), "/");
        if (written.isEmpty()) {
            return ".";
        }
        return written.startsWith("${") ? "./" + written : written;
    }
}
