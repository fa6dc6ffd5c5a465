package io.myelin.app.picture;

import java.awt.Color;

/**
 * A colour to draw with.
 *
 * @param rgb red, green and blue, eight bits each
 * @param opacity 0 to 1
 */
record Ink(int rgb, double opacity) {
    /** {@code #rrggbb} or {@code #rrggbbaa}. */
    static Ink of(String hexadecimal) {
        int rgb = Integer.parseInt(hexadecimal.substring(1, 7), 16);
        return new Ink(rgb, hexadecimal.length() > 7 ? Integer.parseInt(hexadecimal.substring(7), 16) / 255.0 : 1);
    }

    Ink faded(double factor) {
        return new Ink(rgb, opacity * factor);
    }

    /** This, so much of the way to {@code other}. */
    Ink towards(Ink other, double part) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = rgb >> shift & 0xff;
            int to = other.rgb >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return new Ink(mixed, opacity + (other.opacity - opacity) * part);
    }

    Color colour() {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, (int) Math.round(opacity * 255));
    }

    String hexadecimal() {
        return String.format("#%06x", rgb);
    }
}
