package io.myelin.app.editor.file;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the editor remembers, in a file of the user's, written beside the caller's thread. A file that cannot be read or
 * written is noted in the log and otherwise lived without: nobody's work is in it. For one thread.
 */
public final class EditorSettingsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EditorSettingsFile.class);
    private static final Duration LONGEST_WRITING = Duration.ofSeconds(5);
    private static final String NAME = "editor.properties";

    private final Path folder;
    private final Path file;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("editor-settings").factory());
    private EditorSettings settings;

    /** Reads the settings in {@code folder}, which need not be there. */
    public EditorSettingsFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
        this.settings = read();
    }

    /** The folder that it stands in; others may keep there what is this user's. It need not be there. */
    public Path folder() {
        return folder;
    }

    /** What is remembered. */
    public EditorSettings settings() {
        return settings;
    }

    /** Changes what is remembered, and soon writes it. */
    public void update(UnaryOperator<EditorSettings> change) {
        EditorSettings changed = change.apply(settings);
        if (!changed.equals(settings)) {
            settings = changed;
            if (!writer.isShutdown()) {
                writer.execute(() -> write(changed));
            }
        }
    }

    /** Waits until all is written, and writes nothing more. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(LONGEST_WRITING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private EditorSettings read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException firstStart) {
            return EditorSettings.DEFAULT;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn(
                    "The editor's settings in {} cannot be read, so it starts as at the first time: {}",
                    file,
                    unreadable.toString());
            return EditorSettings.DEFAULT;
        }
        return EditorSettings.of(properties);
    }

    private void write(EditorSettings changed) {
        Path beside = file.resolveSibling(NAME + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                changed.toProperties().store(writer, "What the Myelin editor remembers");
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notWritten) {
            LOG.warn("The editor's settings cannot be written to {}: {}", file, notWritten.toString());
        }
    }
}
