package io.myelin.app.editor.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The files that were open, and what was seen of each.
 *
 * @param files from left to right
 * @param front the file of the tab that was in front; empty: another tab was
 */
public record Session(List<OpenFile> files, Optional<Path> front) {
    /** Nothing was open. */
    public static final Session NONE = new Session(List.of(), Optional.empty());

    /** More tabs than anybody keeps open; keeps a damaged file from being read for ever. */
    private static final int MOST = 200;

    private static final String FILE = "open.";
    private static final String FRONT = "open.front";

    /** Copies {@code files}. */
    public Session {
        files = List.copyOf(files);
    }

    /**
     * A file and what was seen of it.
     *
     * @param file absolute
     * @param view empty: the whole graph
     */
    public record OpenFile(Path file, Optional<View> view) {}

    /**
     * A part of a graph.
     *
     * @param x of its middle, in units of the world
     * @param y of its middle
     * @param zoom 1 is 100 %
     */
    public record View(double x, double y, double zoom) {}

    /** Whether the same files are open in the same order, the same one in front, whatever is seen of them. */
    public boolean hasSameFiles(Session other) {
        return front.equals(other.front)
                && files.stream()
                        .map(OpenFile::file)
                        .toList()
                        .equals(other.files.stream().map(OpenFile::file).toList());
    }

    void writeTo(Properties properties) {
        for (int i = 0; i < Math.min(MOST, files.size()); i++) {
            OpenFile open = files.get(i);
            String key = FILE + i;
            properties.setProperty(key, open.file().toString());
            open.view()
                    .ifPresent(view ->
                            properties.setProperty(key + ".view", view.x() + " " + view.y() + " " + view.zoom()));
        }
        front.ifPresent(file -> properties.setProperty(FRONT, file.toString()));
    }

    /** Reads what {@link #writeTo} wrote. */
    static Session of(Properties properties) {
        List<OpenFile> files = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Optional<View> view = view(properties.getProperty(FILE + i + ".view", ""));
            WrittenPath.read(properties.getProperty(FILE + i, ""))
                    .ifPresent(file -> files.add(new OpenFile(file, view)));
        }
        return new Session(files, WrittenPath.read(properties.getProperty(FRONT, "")));
    }

    private static Optional<View> view(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            View view =
                    new View(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            boolean isWhole = Double.isFinite(view.x()) && Double.isFinite(view.y()) && view.zoom() > 0;
            return isWhole && Double.isFinite(view.zoom()) ? Optional.of(view) : Optional.empty();
        } catch (NumberFormatException notWritten) {
            return Optional.empty();
        }
    }
}
