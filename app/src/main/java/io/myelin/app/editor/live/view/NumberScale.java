package io.myelin.app.editor.live.view;

import java.text.NumberFormat;
import javafx.scene.chart.NumberAxis;
import javafx.util.StringConverter;

/**
 * Chooses the ticks of an axis by what it shows and the room that it has. The axis does not do so itself: where labels
 * are wide for its length it tries ever greater numbers, and takes the window's thread for minutes.
 */
final class NumberScale {
    private static final int MOST_INTERVALS = 20;

    /** How much room a label needs, in heights of its text. */
    private static final double LINES = 2;

    /** How wide a digit is, and the gap between two labels, in heights of the text. */
    private static final double DIGIT = 0.65;

    private static final double GAP = 1;

    private final NumberAxis axis;
    private final boolean showsZero;
    private double least;
    private double most = 1;

    /** For {@code axis}, which shows 0 in any case where it {@code showsZero}. On the window's thread, as what follows. */
    NumberScale(NumberAxis axis, boolean showsZero) {
        this.axis = axis;
        this.showsZero = showsZero;
        axis.setAutoRanging(false);
        axis.widthProperty().subscribe(this::place);
        axis.heightProperty().subscribe(this::place);
        axis.tickLabelFontProperty().subscribe(this::place);
        place();
    }

    /** From now on shows the numbers from {@code least} to {@code most}. */
    void show(double least, double most) {
        this.least = showsZero ? Math.min(0, least) : least;
        this.most = showsZero ? Math.max(0, most) : most;
        place();
    }

    private void place() {
        double text = axis.getTickLabelFont().getSize();
        NumberTicks ticks;
        if (axis.getSide().isVertical()) {
            ticks = NumberTicks.of(least, most, intervals(axis.getHeight() / (LINES * text)));
        } else {
            ticks = sideBySide(text);
        }
        set(ticks);
    }

    /** How wide labels are depends on how many there are: with fewer, they have fewer digits. */
    private NumberTicks sideBySide(double text) {
        int intervals = intervals(axis.getWidth() / (LINES * text));
        NumberTicks ticks = NumberTicks.of(least, most, intervals);
        while (intervals > 2 && intervals * width(ticks, text) > axis.getWidth()) {
            intervals--;
            ticks = NumberTicks.of(least, most, intervals);
        }
        return ticks;
    }

    private static double width(NumberTicks ticks, double text) {
        NumberFormat format = ticks.format();
        int digits = Math.max(
                format.format(ticks.lower() + ticks.unit()).length(),
                format.format(ticks.upper()).length());
        return text * (digits * DIGIT + GAP);
    }

    private static int intervals(double room) {
        return (int) Math.clamp(room, 2, MOST_INTERVALS);
    }

    private void set(NumberTicks ticks) {
        if (axis.getLowerBound() == ticks.lower()
                && axis.getUpperBound() == ticks.upper()
                && axis.getTickUnit() == ticks.unit()) {
            return;
        }
        axis.setTickLabelFormatter(new Written(ticks.format()));
        axis.setLowerBound(ticks.lower());
        axis.setUpperBound(ticks.upper());
        axis.setTickUnit(ticks.unit());
    }

    private static final class Written extends StringConverter<Number> {
        private final NumberFormat format;

        Written(NumberFormat format) {
            this.format = format;
        }

        @Override
        public String toString(Number number) {
            return format.format(number.doubleValue());
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("labels are only written");
        }
    }
}
