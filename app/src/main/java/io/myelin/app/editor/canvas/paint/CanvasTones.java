package io.myelin.app.editor.canvas.paint;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Reads the colours of the canvas out of the style sheets: a node without a size, to be put into the canvas. */
public final class CanvasTones extends Region {
    private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = Stream.concat(
                    Region.getClassCssMetaData().stream(),
                    Arrays.stream(Tone.values()).map(ToneMetaData::new))
            .toList();

    private final Map<Tone, StyleableObjectProperty<Color>> tones = new EnumMap<>(Tone.class);

    /** Tells {@code changed} whenever a colour has become another. */
    public CanvasTones(Runnable changed) {
        getStyleClass().add("canvas-tones");
        setManaged(false);
        setMouseTransparent(true);
        for (Tone tone : Tone.values()) {
            StyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(new ToneMetaData(tone), this, tone.property(), tone.initial());
            property.addListener((_, _, _) -> changed.run());
            tones.put(tone, property);
        }
    }

    /** The colour of {@code tone} now. */
    public Color of(Tone tone) {
        Color color = property(tone).get();
        return color == null ? tone.initial() : color;
    }

    /** The colour of {@code tone}, {@code opacity} times as opaque. */
    public Color of(Tone tone, double opacity) {
        Color color = of(tone);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), color.getOpacity() * opacity);
    }

    /** Whether it is a dark theme. */
    public boolean isDark() {
        return of(Tone.TITLE).getBrightness() > 0.5;
    }

    private StyleableObjectProperty<Color> property(Tone tone) {
        return Objects.requireNonNull(tones.get(tone));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META_DATA;
    }

    private static final class ToneMetaData extends CssMetaData<CanvasTones, Color> {
        private final Tone tone;

        private ToneMetaData(Tone tone) {
            super(tone.property(), StyleConverter.getColorConverter(), tone.initial());
            this.tone = tone;
        }

        @Override
        public boolean isSettable(CanvasTones styleable) {
            return !styleable.property(tone).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(CanvasTones styleable) {
            return styleable.property(tone);
        }
    }
}
