package io.myelin.app.editor.canvas.paint;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * A transparent picture on which thousands of rectangles and thin lines are painted pixel by pixel, in a small part of the
 * time that a canvas takes for shapes of any form. It may be a part of a larger one, in whose pixels places are. For the
 * window's thread.
 */
final class PixelRaster {
    private static final int ALPHA = 24;
    private static final int BYTE = 0xFF;
    private static final int WHOLE = 256;

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    PixelRaster(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    boolean isOf(int wantedLeft, int wantedTop, int wantedWidth, int wantedHeight) {
        return left == wantedLeft && top == wantedTop && width == wantedWidth && height == wantedHeight;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** What was painted so far. */
    Image image() {
        buffer.updateBuffer(_ -> null);
        return image;
    }

    /** Fills the pixels from {@code fromX} to before {@code toX}, and so on; at least one each way. */
    void fill(double fromX, double fromY, double toX, double toY, Color color) {
        int x = Math.max(0, (int) Math.round(fromX) - left);
        int y = Math.max(0, (int) Math.round(fromY) - top);
        int endX = Math.min(width, Math.max((int) Math.round(fromX) + 1, (int) Math.round(toX)) - left);
        int endY = Math.min(height, Math.max((int) Math.round(fromY) + 1, (int) Math.round(toY)) - top);
        int source = premultiplied(color);
        boolean opaque = source >>> ALPHA == BYTE;
        for (int row = y; row < endY && x < endX; row++) {
            if (opaque) {
                Arrays.fill(pixels, row * width + x, row * width + endX, source);
            } else {
                for (int at = row * width + x; at < row * width + endX; at++) {
                    pixels[at] = over(source, pixels[at]);
                }
            }
        }
    }

    /** Draws the edge of a rectangle, {@code thickness} pixels wide, about its sides. */
    void frame(double fromX, double fromY, double toX, double toY, double thickness, Color color) {
        double half = thickness / 2;
        fill(fromX - half, fromY - half, toX + half, fromY + half, color);
        fill(fromX - half, toY - half, toX + half, toY + half, color);
        fill(fromX - half, fromY + half, fromX + half, toY - half, color);
        fill(toX - half, fromY + half, toX + half, toY - half, color);
    }

    /** Draws a straight line, {@code thickness} pixels wide, with smooth edges. */
    void line(double fromX, double fromY, double toX, double toY, double thickness, Color color) {
        boolean steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
        double startAlong = steep ? fromY : fromX;
        double endAlong = steep ? toY : toX;
        double startAcross = steep ? fromX : fromY;
        double endAcross = steep ? toX : toY;
        if (startAlong > endAlong) {
            double along = startAlong;
            startAlong = endAlong;
            endAlong = along;
            double across = startAcross;
            startAcross = endAcross;
            endAcross = across;
        }
        double slope = endAlong == startAlong ? 0 : (endAcross - startAcross) / (endAlong - startAlong);
        // A slanting line covers more of a column than it is thick.
        double half = thickness / 2 * Math.sqrt(1 + slope * slope);
        int opaque = premultiplied(color);
        int first = Math.max(steep ? top : left, (int) Math.floor(startAlong));
        int last = Math.min(steep ? top + height : left + width, (int) Math.ceil(endAlong)) - 1;
        if (slope == 0) {
            // So many are, that it pays to see that all their pixels but those at the ends are alike.
            straight(first, last, startAlong, endAlong, startAcross, half, steep, opaque);
            return;
        }
        for (int along = first; along <= last; along++) {
            double middle = Math.clamp(along + 0.5, startAlong, endAlong);
            double across = startAcross + (middle - startAlong) * slope;
            double part = Math.min(along + 1, endAlong) - Math.max(along, startAlong);
            column(along, across - half, across + half, part, steep, opaque);
        }
    }

    /** A line along the pixels: all but the first and the last of it are covered alike. */
    private void straight(
            int first, int last, double start, double end, double across, double half, boolean steep, int color) {
        int from = first;
        int to = last;
        if (from <= to && from < start) {
            column(from, across - half, across + half, Math.min(from + 1, end) - start, steep, color);
            from++;
        }
        if (from <= to && to + 1 > end) {
            column(to, across - half, across + half, end - to, steep, color);
            to--;
        }
        run(from, to, across - half, across + half, steep, color);
    }

    /** As {@link #column} of each from {@code first} to {@code last}, wholly covered along the line. */
    private void run(int first, int last, double low, double high, boolean steep, int color) {
        int lowest = Math.max(steep ? left : top, (int) Math.floor(low));
        int highest = Math.min(steep ? left + width : top + height, (int) Math.ceil(high)) - 1;
        int step = steep ? width : 1;
        for (int across = lowest; across <= highest; across++) {
            double covered = Math.min(across + 1, high) - Math.max(across, low);
            int source = scaled(color, (int) (covered * WHOLE + 0.5));
            int at = steep ? (first - top) * width + across - left : (across - top) * width + first - left;
            for (int along = first; along <= last; along++, at += step) {
                pixels[at] = over(source, pixels[at]);
            }
        }
    }

    /** Covers what of one column, or row, of pixels lies from {@code low} to {@code high}. */
    private void column(int along, double low, double high, double part, boolean steep, int color) {
        int first = Math.max(steep ? left : top, (int) Math.floor(low));
        int last = Math.min(steep ? left + width : top + height, (int) Math.ceil(high)) - 1;
        for (int across = first; across <= last; across++) {
            double covered = Math.min(across + 1, high) - Math.max(across, low);
            int at = steep ? (along - top) * width + across - left : (across - top) * width + along - left;
            pixels[at] = over(scaled(color, (int) (covered * part * WHOLE + 0.5)), pixels[at]);
        }
    }

    private static int premultiplied(Color color) {
        double scale = color.getOpacity() * BYTE;
        return channel(scale) << ALPHA
                | channel(color.getRed() * scale) << 16
                | channel(color.getGreen() * scale) << 8
                | channel(color.getBlue() * scale);
    }

    /** {@code color} of which {@code part} of {@value #WHOLE} is there. */
    private static int scaled(int color, int part) {
        int redBlue = (color & 0xFF00FF) * part >>> 8 & 0xFF00FF;
        int alphaGreen = (color >>> 8 & 0xFF00FF) * part & 0xFF00FF00;
        return redBlue | alphaGreen;
    }

    private static int channel(double value) {
        return (int) (value + 0.5);
    }

    private static int over(int source, int below) {
        int through = BYTE - (source >>> ALPHA);
        if (through == 0) {
            return source;
        }
        // Two channels at a time; a product of two bytes is divided by 255 as (p + 128 + (p >> 8)) >> 8, rounded.
        int redBlue = (below & 0xFF00FF) * through + 0x800080;
        redBlue = (redBlue + (redBlue >>> 8 & 0xFF00FF)) >>> 8 & 0xFF00FF;
        int alphaGreen = (below >>> 8 & 0xFF00FF) * through + 0x800080;
        alphaGreen = alphaGreen + (alphaGreen >>> 8 & 0xFF00FF) & 0xFF00FF00;
        return source + redBlue + alphaGreen;
    }
}
