package io.myelin.app.editor.level;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graphs in files of their own that components stand for. Each is read once, beside the window's thread, and again
 * when its file has changed; whoever draws them is told when there is news. Asked on the window's thread.
 */
public final class UsedGraphs {
    private static final Logger LOG = LoggerFactory.getLogger(UsedGraphs.class);

    private final Executor background;
    private final Executor window;
    private final Runnable changed;
    private final Map<Path, Read> known = new HashMap<>();

    /** What was read of a file; without a stamp: nothing yet, or nothing that could be read. */
    private record Read(Optional<Stamp> stamp, Optional<Graph> graph) {
        static final Read NOTHING = new Read(Optional.empty(), Optional.empty());
    }

    /** What tells a file from what it was before, without reading it. */
    private record Stamp(FileTime modified, long size) {}

    /** Reads on {@code background}; calls {@code changed} on {@code window} when another graph is found. */
    public UsedGraphs(Executor background, Executor window, Runnable changed) {
        this.background = background;
        this.window = window;
        this.changed = changed;
    }

    /** The graph in {@code file} as it was last read; empty where there is none, or it was not read yet. */
    public Optional<Graph> find(Path file) {
        Path path = file.toAbsolutePath().normalize();
        Read read = known.get(path);
        if (read == null) {
            known.put(path, Read.NOTHING);
            look(path, Read.NOTHING);
            return Optional.empty();
        }
        return read.graph();
    }

    /** Looks whether files that were asked for have changed. */
    public void look() {
        Map.copyOf(known).forEach(this::look);
    }

    private void look(Path file, Read before) {
        background.execute(() -> {
            Read now = read(file, before);
            if (!now.equals(before)) {
                window.execute(() -> {
                    known.put(file, now);
                    if (!now.graph().equals(before.graph())) {
                        changed.run();
                    }
                });
            }
        });
    }

    private static Read read(Path file, Read before) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Optional<Stamp> stamp = Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
            return stamp.equals(before.stamp())
                    ? before
                    : new Read(stamp, GraphFile.read(file).graph());
        } catch (IOException unreadable) {
            // The check of the graph tells people of it, at its place.
            LOG.debug("The graph in {} cannot be drawn as a component.", file, unreadable);
            return Read.NOTHING;
        }
    }
}
