package io.myelin.app.editor.file;

import io.myelin.app.editor.access.MotionChoice;
import java.util.Properties;

/**
 * What somebody's eyes need.
 *
 * @param motion whether things move
 * @param textSize of all texts, in percent of the usual one, from 100 to 300
 */
public record Comfort(MotionChoice motion, int textSize) {
    /** What holds at the first start. */
    public static final Comfort DEFAULT = new Comfort(MotionChoice.SYSTEM, 100);

    private static final String MOTION = "motion";
    private static final String TEXT_SIZE = "text-size";

    /** Keeps the size within its bounds. */
    public Comfort {
        textSize = Math.clamp(textSize, 100, 300);
    }

    /** This with other motion. */
    public Comfort withMotion(MotionChoice changed) {
        return new Comfort(changed, textSize);
    }

    /** This with texts of another size. */
    public Comfort withTextSize(int changed) {
        return new Comfort(motion, changed);
    }

    void writeTo(Properties properties) {
        properties.setProperty(MOTION, motion.id());
        properties.setProperty(TEXT_SIZE, Integer.toString(textSize));
    }

    /** Reads what {@link #writeTo} wrote; what cannot be read is as at the first start. */
    static Comfort of(Properties properties) {
        int size;
        try {
            size = Integer.parseInt(properties.getProperty(TEXT_SIZE, "100"));
        } catch (NumberFormatException noNumber) {
            size = DEFAULT.textSize();
        }
        return new Comfort(
                MotionChoice.named(properties.getProperty(MOTION, "")).orElse(DEFAULT.motion()), size);
    }
}
