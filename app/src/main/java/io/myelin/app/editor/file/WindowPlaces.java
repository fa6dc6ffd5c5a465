package io.myelin.app.editor.file;

import java.util.Optional;
import java.util.Properties;

/**
 * Where the window and its panels were.
 *
 * @param window where the window was; empty: never opened
 * @param panels how large the panels were
 */
public record WindowPlaces(Optional<WindowPlace> window, PanelSizes panels) {
    /** What holds at the first start. */
    public static final WindowPlaces DEFAULT = new WindowPlaces(Optional.empty(), PanelSizes.DEFAULT);

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

    void writeTo(Properties properties) {
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
    }

    /** Reads what {@link #writeTo} wrote; what cannot be read is as at the first start. */
    static WindowPlaces of(Properties properties) {
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
        return new WindowPlaces(place, sizes);
    }

    private static Optional<Double> number(Properties properties, String key) {
        try {
            double number = Double.parseDouble(properties.getProperty(key, ""));
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notWritten) {
            return Optional.empty();
        }
    }
}
