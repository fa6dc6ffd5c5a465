package io.myelin.app.editor.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What somebody is used to on the canvas.
 *
 * @param wheelZooms whether the bare wheel zooms, else it scrolls
 * @param showsMinimap whether the whole graph is shown in a corner
 * @param showsControlBoxes whether {@code control} and {@code signal} are drawn on every component
 * @param compactCards whether components are a line high
 * @param recentTypes the ids of the types of which components were added last, the last first, at most {@link #RECENT}
 */
public record CanvasHabits(
        boolean wheelZooms,
        boolean showsMinimap,
        boolean showsControlBoxes,
        boolean compactCards,
        List<String> recentTypes) {
    /** How many types are kept. */
    public static final int RECENT = 12;

    /** What holds at the first start. */
    public static final CanvasHabits DEFAULT = new CanvasHabits(false, false, false, false, List.of());

    private static final String WHEEL_ZOOMS = "wheel-zooms";
    private static final String MINIMAP = "canvas.minimap";
    private static final String CONTROL_BOXES = "canvas.control-boxes";
    private static final String COMPACT_CARDS = "canvas.compact-cards";
    private static final String RECENT_TYPE = "canvas.recent-type.";

    /** Copies the list. */
    public CanvasHabits {
        recentTypes = List.copyOf(recentTypes);
    }

    /** These with another use of the wheel. */
    public CanvasHabits withWheelZooms(boolean changed) {
        return new CanvasHabits(changed, showsMinimap, showsControlBoxes, compactCards, recentTypes);
    }

    /** These with the minimap shown or not. */
    public CanvasHabits withMinimap(boolean shown) {
        return new CanvasHabits(wheelZooms, shown, showsControlBoxes, compactCards, recentTypes);
    }

    /** These with {@code control} and {@code signal} drawn on every component, or only where they are linked. */
    public CanvasHabits withControlBoxes(boolean shown) {
        return new CanvasHabits(wheelZooms, showsMinimap, shown, compactCards, recentTypes);
    }

    /** These with components a line high, or with all that they show of themselves. */
    public CanvasHabits withCompactCards(boolean compact) {
        return new CanvasHabits(wheelZooms, showsMinimap, showsControlBoxes, compact, recentTypes);
    }

    /** These with {@code id} as the type of which a component was added last. */
    public CanvasHabits withRecentType(String id) {
        List<String> types = new ArrayList<>(recentTypes);
        types.remove(id);
        types.addFirst(id);
        return new CanvasHabits(
                wheelZooms,
                showsMinimap,
                showsControlBoxes,
                compactCards,
                types.subList(0, Math.min(RECENT, types.size())));
    }

    void writeTo(Properties properties) {
        properties.setProperty(WHEEL_ZOOMS, Boolean.toString(wheelZooms));
        properties.setProperty(MINIMAP, Boolean.toString(showsMinimap));
        properties.setProperty(CONTROL_BOXES, Boolean.toString(showsControlBoxes));
        properties.setProperty(COMPACT_CARDS, Boolean.toString(compactCards));
        for (int i = 0; i < recentTypes.size(); i++) {
            properties.setProperty(RECENT_TYPE + i, recentTypes.get(i));
        }
    }

    /** Reads what {@link #writeTo} wrote. */
    static CanvasHabits of(Properties properties) {
        List<String> types = new ArrayList<>();
        for (int i = 0; i < RECENT; i++) {
            String type = properties.getProperty(RECENT_TYPE + i, "");
            if (!type.isEmpty()) {
                types.add(type);
            }
        }
        return new CanvasHabits(
                Boolean.parseBoolean(properties.getProperty(WHEEL_ZOOMS)),
                Boolean.parseBoolean(properties.getProperty(MINIMAP)),
                Boolean.parseBoolean(properties.getProperty(CONTROL_BOXES)),
                Boolean.parseBoolean(properties.getProperty(COMPACT_CARDS)),
                types);
    }
}
