package io.myelin.app.editor.compare;

import io.myelin.engine.graph.Graph;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The older one of two versions.
 *
 * @param title what people call it
 * @param graph the graph
 * @param file where it stands, absolute: what relative paths in it are taken from
 */
public record Version(String title, Graph graph, Optional<Path> file) {}
