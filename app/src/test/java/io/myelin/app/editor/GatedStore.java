package io.myelin.app.editor;

import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.file.GraphStore;
import io.myelin.app.editor.file.GraphsOnDisk;
import io.myelin.app.editor.file.ReadGraph;
import io.myelin.engine.graph.Graph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files of a disk that answers only when a test lets it, or with a failure. */
final class GatedStore implements GraphStore {
    private final GraphStore files = new GraphsOnDisk();
    private final Set<Path> held = new HashSet<>();
    private final Map<Path, String> failing = new HashMap<>();
    private final Set<Path> readOnly = new HashSet<>();
    private int waiting;
    private int calledOff;

    /** From now on whoever reads or writes {@code file}, or asks whether it is there, waits. */
    synchronized void hold(Path file) {
        held.add(file);
    }

    /** Whoever waits for {@code file}, and all who come later, go on. */
    synchronized void release(Path file) {
        held.remove(file);
        notifyAll();
    }

    /** Whoever waits, and all who come later, go on. */
    synchronized void releaseAll() {
        held.clear();
        notifyAll();
    }

    /** Writing {@code file} fails from now on, with this sentence. */
    synchronized void fail(Path file, String sentence) {
        failing.put(file, sentence);
    }

    /** Nothing can be written into {@code folder} from now on. */
    synchronized void becomeReadOnly(Path folder) {
        readOnly.add(folder);
    }

    /** Writing {@code file} succeeds again. */
    synchronized void mend(Path file) {
        failing.remove(file);
    }

    /** How many wait now. */
    synchronized int waiting() {
        return waiting;
    }

    /** How many were told not to wait any more. */
    synchronized int calledOff() {
        return calledOff;
    }

    private synchronized void pass(Path file) throws IOException {
        waiting++;
        try {
            while (held.contains(file)) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            calledOff++;
            throw new IOException("called off", interrupted);
        } finally {
            waiting--;
        }
    }

    @Override
    public ReadGraph read(Path file) throws IOException {
        pass(file);
        return files.read(file);
    }

    @Override
    public FileState write(Graph graph, Path file) throws IOException {
        pass(file);
        synchronized (this) {
            if (failing.containsKey(file)) {
                throw new IOException(failing.get(file));
            }
        }
        return files.write(graph, file);
    }

    @Override
    public Optional<FileState> changed(Path file, FileState known) throws IOException {
        return files.changed(file, known);
    }

    @Override
    public synchronized Optional<Path> readOnlyFolder(Path file) {
        return Optional.ofNullable(file.getParent()).filter(readOnly::contains).or(() -> files.readOnlyFolder(file));
    }

    @Override
    public boolean exists(Path file) {
        try {
            pass(file);
        } catch (IOException calledOff) {
            return false;
        }
        return files.exists(file);
    }
}
