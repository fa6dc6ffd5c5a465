package io.myelin.app.editor.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The files that somebody works with.
 *
 * @param recent files opened or saved, the last first, at most {@link #RECENT}
 * @param session what was open
 */
public record KnownFiles(List<Path> recent, Session session) {
    /** How many recent files are kept. */
    public static final int RECENT = 12;

    /** What holds at the first start. */
    public static final KnownFiles NONE = new KnownFiles(List.of(), Session.NONE);

    private static final String KEY = "recent.";

    /** Copies {@code recent}. */
    public KnownFiles {
        recent = List.copyOf(recent);
    }

    /** These with {@code file} as the last one used. */
    public KnownFiles withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return new KnownFiles(files.subList(0, Math.min(RECENT, files.size())), session);
    }

    /** These with something else open. */
    public KnownFiles withSession(Session changed) {
        return new KnownFiles(recent, changed);
    }

    void writeTo(Properties properties) {
        for (int i = 0; i < recent.size(); i++) {
            properties.setProperty(KEY + i, recent.get(i).toString());
        }
        session.writeTo(properties);
    }

    /** Reads what {@link #writeTo} wrote; what cannot be read is as at the first start. */
    static KnownFiles of(Properties properties) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < RECENT; i++) {
            path(properties.getProperty(KEY + i, "")).ifPresent(files::add);
        }
        return new KnownFiles(files, Session.of(properties));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }
}
