package io.myelin.app.editor.file;

import java.nio.file.Path;
import java.util.Properties;

/**
 * What the editor remembers of a user from one time to the next.
 *
 * @param appearance how the window looks and reads
 * @param canvas what people are used to on the canvas
 * @param places where the window and its panels were
 * @param files those worked with
 * @param followsEdits whether a run follows the edits of its graph
 */
public record EditorSettings(
        Appearance appearance, CanvasHabits canvas, WindowPlaces places, KnownFiles files, boolean followsEdits) {
    /** What holds at the first start. */
    public static final EditorSettings DEFAULT =
            new EditorSettings(Appearance.DEFAULT, CanvasHabits.DEFAULT, WindowPlaces.DEFAULT, KnownFiles.NONE, true);

    private static final String FOLLOWS_EDITS = "follows-edits";

    /** These with another appearance. */
    public EditorSettings withAppearance(Appearance changed) {
        return new EditorSettings(changed, canvas, places, files, followsEdits);
    }

    /** These with other habits on the canvas. */
    public EditorSettings withCanvas(CanvasHabits changed) {
        return new EditorSettings(appearance, changed, places, files, followsEdits);
    }

    /** These with the window and its panels at other places. */
    public EditorSettings withPlaces(WindowPlaces changed) {
        return new EditorSettings(appearance, canvas, changed, files, followsEdits);
    }

    /** These with other files. */
    public EditorSettings withFiles(KnownFiles changed) {
        return new EditorSettings(appearance, canvas, places, changed, followsEdits);
    }

    /** These with {@code file} as the last one used. */
    public EditorSettings withRecent(Path file) {
        return withFiles(files.withRecent(file));
    }

    /** These with runs that follow edits, or not. */
    public EditorSettings withFollowsEdits(boolean changed) {
        return new EditorSettings(appearance, canvas, places, files, changed);
    }

    Properties toProperties() {
        Properties properties = new Properties();
        appearance.writeTo(properties);
        canvas.writeTo(properties);
        places.writeTo(properties);
        files.writeTo(properties);
        properties.setProperty(FOLLOWS_EDITS, Boolean.toString(followsEdits));
        return properties;
    }

    /** Reads what {@link #toProperties} wrote; what cannot be read is as at the first start. */
    static EditorSettings of(Properties properties) {
        return new EditorSettings(
                Appearance.of(properties),
                CanvasHabits.of(properties),
                WindowPlaces.of(properties),
                KnownFiles.of(properties),
                Boolean.parseBoolean(properties.getProperty(FOLLOWS_EDITS, "true")));
    }
}
