package io.myelin.app.editor.document;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Documents whose time a test tells. */
public final class TestDocuments {
    private TestDocuments() {}

    /** A document of {@code graph} that asks {@code clock} when things are done. */
    public static Document of(Graph graph, Optional<Path> file, InstantSource clock) {
        return new Document(ComponentCatalog.of(List.of()), graph, file, clock);
    }
}
