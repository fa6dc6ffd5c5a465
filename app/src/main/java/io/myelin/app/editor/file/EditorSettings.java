package io.myelin.app.editor.file;

import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.app.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the editor remembers of a user from one time to the next.
 *
 * @param theme the look
 * @param wheelZooms whether the bare wheel zooms, else it scrolls
 * @param window where the window was; empty: never opened
 * @param panels how large the panels were
 * @param recent files opened or saved, the last first, at most {@link #RECENT}
 * @param canvas what people are used to on the canvas
 * @param comfort what eyes need
 * @param language that of the window, from its next start on
 * @param session what was open
 * @param followsEdits whether a run follows the edits of its graph
 */
public record EditorSettings(
        ThemeChoice theme,
        boolean wheelZooms,
        Optional<WindowPlace> window,
        PanelSizes panels,
        List<Path> recent,
        CanvasHabits canvas,
        Comfort comfort,
        Language language,
        Session session,
        boolean followsEdits) {
    /** How many recent files are kept. */
    public static final int RECENT = 12;

    /** What holds at the first start. */
    public static final EditorSettings DEFAULT = new EditorSettings(
            ThemeChoice.SYSTEM,
            false,
            Optional.empty(),
            PanelSizes.DEFAULT,
            List.of(),
            CanvasHabits.DEFAULT,
            Comfort.DEFAULT,
            Language.SYSTEM,
            Session.NONE,
            true);

    /** Copies {@code recent}. */
    public EditorSettings {
        recent = List.copyOf(recent);
    }

    /** These with another look. */
    public EditorSettings withTheme(ThemeChoice changed) {
        return new EditorSettings(
                changed, wheelZooms, window, panels, recent, canvas, comfort, language, session, followsEdits);
    }

    /** These with another use of the wheel. */
    public EditorSettings withWheelZooms(boolean changed) {
        return new EditorSettings(
                theme, changed, window, panels, recent, canvas, comfort, language, session, followsEdits);
    }

    /** These with another place of the window and sizes of the panels. */
    public EditorSettings withPlaces(WindowPlace changedWindow, PanelSizes changedPanels) {
        return new EditorSettings(
                theme,
                wheelZooms,
                Optional.of(changedWindow),
                changedPanels,
                recent,
                canvas,
                comfort,
                language,
                session,
                followsEdits);
    }

    /** These with {@code file} as the last one used. */
    public EditorSettings withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return withRecentFiles(files.subList(0, Math.min(RECENT, files.size())));
    }

    /** These with other recent files. */
    public EditorSettings withRecentFiles(List<Path> changed) {
        return new EditorSettings(
                theme, wheelZooms, window, panels, changed, canvas, comfort, language, session, followsEdits);
    }

    /** These with other habits on the canvas. */
    public EditorSettings withCanvas(CanvasHabits changed) {
        return new EditorSettings(
                theme, wheelZooms, window, panels, recent, changed, comfort, language, session, followsEdits);
    }

    /** These with other needs of eyes. */
    public EditorSettings withComfort(Comfort changed) {
        return new EditorSettings(
                theme, wheelZooms, window, panels, recent, canvas, changed, language, session, followsEdits);
    }

    /** These with another language. */
    public EditorSettings withLanguage(Language changed) {
        return new EditorSettings(
                theme, wheelZooms, window, panels, recent, canvas, comfort, changed, session, followsEdits);
    }

    /** These with something else open. */
    public EditorSettings withSession(Session changed) {
        return new EditorSettings(
                theme, wheelZooms, window, panels, recent, canvas, comfort, language, changed, followsEdits);
    }

    /** These with runs that follow edits, or not. */
    public EditorSettings withFollowsEdits(boolean changed) {
        return new EditorSettings(
                theme, wheelZooms, window, panels, recent, canvas, comfort, language, session, changed);
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("theme", theme.id());
        properties.setProperty("wheel-zooms", Boolean.toString(wheelZooms));
        window.ifPresent(place -> {
            properties.setProperty("window.x", Double.toString(place.x()));
            properties.setProperty("window.y", Double.toString(place.y()));
            properties.setProperty("window.width", Double.toString(place.width()));
            properties.setProperty("window.height", Double.toString(place.height()));
            properties.setProperty("window.maximized", Boolean.toString(place.maximized()));
        });
        properties.setProperty("panel.palette", Double.toString(panels.palette()));
        properties.setProperty("panel.inspector", Double.toString(panels.inspector()));
        properties.setProperty("panel.bottom", Double.toString(panels.bottom()));
        for (int i = 0; i < recent.size(); i++) {
            properties.setProperty("recent." + i, recent.get(i).toString());
        }
        canvas.writeTo(properties);
        comfort.writeTo(properties);
        properties.setProperty("language", language.id());
        session.writeTo(properties);
        properties.setProperty("follows-edits", Boolean.toString(followsEdits));
        return properties;
    }

    /** Reads what {@link #toProperties} wrote; what cannot be read is as at the first start. */
    static EditorSettings of(Properties properties) {
        Optional<WindowPlace> place = number(properties, "window.width")
                .map(width -> new WindowPlace(
                        number(properties, "window.x").orElse(0.0),
                        number(properties, "window.y").orElse(0.0),
                        width,
                        number(properties, "window.height").orElse(800.0),
                        Boolean.parseBoolean(properties.getProperty("window.maximized"))));
        PanelSizes sizes = new PanelSizes(
                number(properties, "panel.palette").orElse(PanelSizes.DEFAULT.palette()),
                number(properties, "panel.inspector").orElse(PanelSizes.DEFAULT.inspector()),
                number(properties, "panel.bottom").orElse(PanelSizes.DEFAULT.bottom()));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < RECENT; i++) {
            WrittenPath.read(properties.getProperty("recent." + i, "")).ifPresent(files::add);
        }
        return new EditorSettings(
                ThemeChoice.named(properties.getProperty("theme", "")).orElse(DEFAULT.theme()),
                Boolean.parseBoolean(properties.getProperty("wheel-zooms")),
                place,
                sizes,
                files,
                CanvasHabits.of(properties),
                Comfort.of(properties),
                Language.named(properties.getProperty("language", "")).orElse(DEFAULT.language()),
                Session.of(properties),
                Boolean.parseBoolean(properties.getProperty("follows-edits", "true")));
    }

    private static Optional<Double> number(Properties properties, String key) {
        try {
            double number = Double.parseDouble(properties.getProperty(key, ""));
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notWritten) {
            return Optional.empty();
        }
    }

    /**
     * Where a window is, in the screen's units.
     *
     * @param x of its left edge
     * @param y of its top edge
     * @param width of it
     * @param height of it
     * @param maximized whether it fills the screen
     */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    /**
     * How large the panels are, in pixels.
     *
     * @param palette the width of the palette
     * @param inspector the width of the inspector
     * @param bottom the height of the panels below; 0 where they are put away
     */
    public record PanelSizes(double palette, double inspector, double bottom) {
        /** The sizes at the first start. */
        public static final PanelSizes DEFAULT = new PanelSizes(230, 320, 0);
    }
}
